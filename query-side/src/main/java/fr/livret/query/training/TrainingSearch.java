package fr.livret.query.training;

import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.SearchText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A search for trainings; each criterion may be absent.
 *
 * @param centre its name, without regard to case and accents
 * @param words of the candidate's name, or the start of the certification's code or of the id
 */
record TrainingSearch(
    Optional<UUID> candidate,
    Optional<String> certification,
    Optional<TrainingStatus> status,
    Optional<String> centre,
    Optional<String> words) {

  /** Where a page begins: those started last come first. */
  record After(LocalDate startedOn, UUID id) {
    static After read(Cursor cursor) {
      return new After(cursor.day(0, 2), cursor.id(1, 2));
    }
  }

  /** The conditions on trainings {@code t} of candidates {@code c}. */
  Filter filter() {
    return new Filter()
        .with("t.candidate_id = :candidate", "candidate", candidate)
        .with("t.certification = :certification", "certification", certification)
        .with("t.status = :status", "status", status.map(Enum::name))
        .with("t.centre_searched = :centre", "centre", centre.map(SearchText::of))
        .words("t", words);
  }
}
