package fr.livret.kernel.referentiel;

import java.time.LocalDate;

/** What happened to a référentiel. */
public sealed interface ReferentielEvent {
  ReferentielCode referentiel();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /**
   * @param version 1 for the first content, one more for each change
   */
  record ReferentielPublished(
      ReferentielCode referentiel,
      int version,
      Referentiel content,
      String document,
      String digest,
      LocalDate publishedOn)
      implements ReferentielEvent {
    @Override
    public LocalDate effectiveOn() {
      return publishedOn;
    }
  }

  record TitleClosed(ReferentielCode referentiel, LocalDate decidedOn, String source)
      implements ReferentielEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  record TitleProrogued(
      ReferentielCode referentiel, LocalDate decidedOn, LocalDate until, String source)
      implements ReferentielEvent {
    @Override
    public LocalDate effectiveOn() {
      return decidedOn;
    }
  }

  /** Another title succeeds it; its paths may be transferred from then on. */
  record TitleRevised(ReferentielCode referentiel, Revision revision) implements ReferentielEvent {
    @Override
    public LocalDate effectiveOn() {
      return revision.decidedOn();
    }
  }
}
