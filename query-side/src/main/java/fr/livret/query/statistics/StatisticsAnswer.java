package fr.livret.query.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics asked for.
 *
 * @param from the first day counted; absent where none bounds them
 * @param to the last day counted; absent where none bounds them
 * @param effectiveOn as of which day; absent where as of now was asked
 * @param knownAt by what was known when; absent where as of now was asked
 * @param items one for each title and civil year with something to count, the latest year first
 * @param overall one for each title, over the whole period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StatisticsTable")
record StatisticsAnswer(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate effectiveOn,
    @Nullable Instant knownAt,
    List<Figures> items,
    List<Figures> overall) {
  StatisticsAnswer {
    items = List.copyOf(items);
    overall = List.copyOf(overall);
  }
}
