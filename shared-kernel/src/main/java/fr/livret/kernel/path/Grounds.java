package fr.livret.kernel.path;

import fr.livret.kernel.candidate.Certificate;
import java.util.List;

/**
 * What a jury's decision may rest on beyond the path itself, as it stood when the command was
 * given.
 *
 * @param certificates those the candidate has, for the prerequisites of the title
 */
public record Grounds(List<Certificate> certificates) {
  /** Nothing beyond the path. */
  public static final Grounds NONE = new Grounds(List.of());

  public Grounds {
    certificates = List.copyOf(certificates);
  }
}
