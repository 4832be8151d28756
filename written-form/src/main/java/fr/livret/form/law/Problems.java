package fr.livret.form.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found wrong in one text so far. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void add(int line, String field, String message) {
    found.add(new Problem(file, line, field, message));
  }

  boolean none() {
    return found.isEmpty();
  }

  int count() {
    return found.size();
  }

  List<Problem> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  /** Throws {@link LawFileException} when anything was found. */
  void refuse() {
    if (!found.isEmpty()) {
      throw new LawFileException(inOrder());
    }
  }
}
