package fr.livret.kernel.path;

import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.training.TrainingRecord;
import java.util.List;

/**
 * What a jury's decision may rest on beyond the path itself, as it stood when the command was
 * given.
 *
 * @param certificates those the candidate has, for the prerequisites of the title
 * @param training what is recorded of the candidate's trainings for the title
 */
public record Grounds(List<Certificate> certificates, TrainingRecord training) {
  /** Nothing beyond the path. */
  public static final Grounds NONE = new Grounds(List.of(), TrainingRecord.NONE);

  /** Certificates alone. */
  public Grounds(List<Certificate> certificates) {
    this(certificates, TrainingRecord.NONE);
  }

  public Grounds {
    certificates = List.copyOf(certificates);
  }
}
