package fr.livret.kernel.programme;

import java.time.LocalDate;

/** What happened to a programme. */
public sealed interface ProgrammeEvent {
  ProgrammeCode programme();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /**
   * @param version 1 for the first content, one more for each change
   */
  record ProgrammePublished(
      ProgrammeCode programme,
      int version,
      Programme content,
      String document,
      String digest,
      LocalDate publishedOn)
      implements ProgrammeEvent {
    @Override
    public LocalDate effectiveOn() {
      return publishedOn;
    }
  }
}
