package fr.livret.query.vae;

import fr.livret.kernel.vae.VaeSituation;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A search in the queue; each criterion may be absent.
 *
 * @param silenceBefore the delays that run and end before that day
 * @param filedBefore those filed before that day
 * @param words of the candidate's name, or the start of the certification's code or of the id
 */
record VaeSearch(
    Optional<VaeSituation> state,
    Optional<LocalDate> silenceBefore,
    Optional<LocalDate> filedBefore,
    Optional<UUID> candidate,
    Optional<String> certification,
    Optional<String> words,
    Order order) {

  /** In which order the queue is shown. */
  enum Order {
    /** Those whose delay ends first come first, those without a delay last. */
    SILENCE("coalesce(v.last_day, date '9999-12-31')"),
    /** Those filed first come first. */
    AGE("v.filed_on");

    private final String day;

    Order(String day) {
      this.day = day;
    }
  }

  /** Where a page begins. */
  record After(LocalDate day, UUID id) {
    static After read(Cursor cursor) {
      return new After(cursor.day(0, 2), cursor.id(1, 2));
    }
  }

  /** As of now where no moment is given. */
  Page<VaeQueue.Found> page(
      VaeQueue queue, Optional<Moment> moment, Optional<After> after, int limit) {
    Filter filter =
        new Filter()
            .with("v.situation = :state", "state", state.map(Enum::name))
            .with("v.last_day < :silenceBefore", "silenceBefore", silenceBefore)
            .with("v.filed_on < :filedBefore", "filedBefore", filedBefore)
            .with("v.candidate_id = :candidate", "candidate", candidate)
            .with("v.certification = :certification", "certification", certification)
            .words("v", words);
    filter
        .value("after", after.map(After::day).orElse(LocalDate.of(1, 1, 1)))
        .value("afterId", after.map(After::id).orElse(new UUID(0, 0)))
        .value("limit", limit + 1);
    VaeQueue.Portion portion = queue.portion(filter, order.day, moment);
    return Page.of(
        portion.found(),
        limit,
        portion.total(),
        found -> Cursor.of(found.day(), found.row().filed().id()));
  }
}
