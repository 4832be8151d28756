package fr.livret.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as lists show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListedSession")
public record ListedSession(
    UUID id,
    String kind,
    String certification,
    LocalDate heldOn,
    String centre,
    @Nullable String authority,
    String state,
    @Nullable String minutesNumber,
    Counts counts,
    @Schema(example = "66.7") String successRate,
    long version) {

  static ListedSession of(SessionRow row) {
    return new ListedSession(
        row.id().value(),
        row.plan().kind().name(),
        row.plan().certification().value(),
        row.heldOn(),
        row.plan().centre(),
        row.plan().authority(),
        row.status().name(),
        number(row.editions()),
        row.counts(),
        row.counts().successRate(),
        row.version());
  }

  private static @Nullable String number(List<EditionRow> editions) {
    return editions.isEmpty() ? null : editions.getLast().number();
  }
}
