package fr.livret.query.replay;

import fr.livret.http.Input;
import fr.livret.kernel.law.Days;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are to be taken again, and under which law.
 *
 * @param path those on one path; all where neither it nor a period is given
 * @param from the first day of a period in which they were recorded
 * @param to its last day
 * @param regimes {@code PINNED}, or the regime to ask instead
 */
@Schema(description = "Which decisions are to be taken again, and under which law.")
record ReplayRequest(
    @Schema(description = "Those on one path; not with a period", format = "uuid")
        @Nullable String path,
    @Schema(description = "The first day on which they were recorded", example = "2026-01-01")
        @Nullable LocalDate from,
    @Schema(description = "The last day on which they were recorded", example = "2026-12-31")
        @Nullable LocalDate to,
    @Schema(
            description =
                "`PINNED`, which is what counts if absent: the law each was taken under. Or the"
                    + " regime to ask instead, in its latest edition or in one",
            example = "TP-2016")
        @Nullable String regimes) {

  /** The question it is. Throws {@link fr.livret.http.MalformedInput} naming all that is wrong. */
  Question question(Predicate<String> known) {
    Input in = Input.check();
    Optional<UUID> only = Optional.empty();
    if (path != null) {
      only = fr.livret.http.Ids.parse(path);
      if (only.isEmpty()) {
        in.refuse("path", "must be an id, as in 0f8fad5b-d9cb-469f-a165-70867728950e");
      }
      if (from != null || to != null) {
        in.refuse("path", "cannot be given with a period");
      }
    }
    Optional<Instant> first =
        in.optionalDate("from", from).map(day -> day.atStartOfDay(Days.PARIS).toInstant());
    Optional<Instant> last =
        in.optionalDate("to", to)
            .map(day -> day.plusDays(1).atStartOfDay(Days.PARIS).toInstant().minusNanos(1_000));
    if (from != null && to != null && from.isAfter(to)) {
      in.refuse("to", "must not be before from");
    }
    String under = regimes == null ? Question.PINNED : in.text("regimes", regimes, 60);
    if (regimes != null && !known.test(regimes)) {
      in.refuse("regimes", "must be PINNED or a regime there is, as in TP-2016 or TP-2016/1");
    }
    in.orThrow();
    return new Question(only, first, last, under);
  }
}
