package fr.livret.kernel.programme;

import fr.livret.kernel.referentiel.Referentiel;
import java.time.LocalDate;

/** What may be asked about a programme. */
public sealed interface ProgrammeCommand {
  ProgrammeCode programme();

  /** The day on which the command is given. */
  LocalDate today();

  /**
   * Publishes a programme; another content than the last one's is a new version.
   *
   * @param content what the rules need of it
   * @param document the whole document as canonical JSON
   * @param digest SHA-256 of that text, in hexadecimal
   * @param referentiel what it prepares for, as published now
   */
  record PublishProgramme(
      Programme content, String document, String digest, Referentiel referentiel, LocalDate today)
      implements ProgrammeCommand {
    @Override
    public ProgrammeCode programme() {
      return content.code();
    }
  }
}
