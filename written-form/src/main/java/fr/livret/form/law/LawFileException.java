package fr.livret.form.law;

import java.util.List;
import java.util.stream.Collectors;

/** One or several texts of the law cannot be taken as they are; says everything found wrong. */
public final class LawFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  LawFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything found wrong, in the order of the files and their lines. */
  public List<Problem> problems() {
    return problems;
  }
}
