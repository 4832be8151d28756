package fr.livret.query.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a jury decided in one session on the whole title.
 *
 * @param sessionId absent where none is known: the decisions of one day on one title are one then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionStatistics")
record SessionFigures(
    @Nullable String sessionId,
    @Schema(example = "AMIS-2013") String certification,
    LocalDate heldOn,
    Figures.Decisions decisions) {

  static SessionFigures read(ResultSet row) throws SQLException {
    return new SessionFigures(
        row.getString("session_id"),
        row.getString("certification"),
        row.getObject("held_on", LocalDate.class),
        new Figures.Decisions(
            Rate.read(row, "success_rate", "awarded", "judged"),
            row.getLong("partial"),
            row.getLong("refused"),
            row.getLong("absent")));
  }
}
