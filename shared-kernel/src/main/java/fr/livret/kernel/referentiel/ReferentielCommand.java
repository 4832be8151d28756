package fr.livret.kernel.referentiel;

import java.time.LocalDate;
import java.util.List;

/** What may be asked about a référentiel. */
public sealed interface ReferentielCommand {
  ReferentielCode referentiel();

  /** The day on which the command is given. */
  LocalDate today();

  /**
   * Publishes a référentiel; another content than the last one's is a new version.
   *
   * @param content what the law needs of it
   * @param document the whole document as canonical JSON
   * @param digest SHA-256 of that text, in hexadecimal
   */
  record PublishReferentiel(Referentiel content, String document, String digest, LocalDate today)
      implements ReferentielCommand {
    @Override
    public ReferentielCode referentiel() {
      return content.code();
    }
  }

  /** Closes the title (clôture). */
  record CloseTitle(
      ReferentielCode referentiel, LocalDate decidedOn, String source, LocalDate today)
      implements ReferentielCommand {}

  /** Gives the title another last day (prorogation). */
  record ProrogueTitle(
      ReferentielCode referentiel,
      LocalDate decidedOn,
      LocalDate until,
      String source,
      LocalDate today)
      implements ReferentielCommand {}

  /**
   * Revises the title (révision): another succeeds it.
   *
   * @param successorCcps the CCPs of the successor, whose codes the equivalences use
   */
  record ReviseTitle(
      ReferentielCode referentiel, Revision revision, List<CcpCode> successorCcps, LocalDate today)
      implements ReferentielCommand {
    public ReviseTitle {
      successorCcps = List.copyOf(successorCcps);
    }
  }
}
