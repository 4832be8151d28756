package fr.livret.query.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.candidate.CandidateRow.Who;
import fr.livret.query.reading.Shown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose path or window it is.
 *
 * @param name family name and given names; {@code effacé} once erased; absent in the moment before
 *     the candidate is projected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CandidateName")
public record CandidateName(
    UUID id, @Schema(example = "Dupré Marie") @Nullable String name, boolean erased) {

  /** The columns {@link #read} needs, of a left join on {@code query.candidate c}. */
  public static final String COLUMNS =
      "c.id is not null as candidate_known, c.family_name, c.given_names, c.birth_date, "
          + "c.birth_place, c.email";

  /** Reads it from a row with {@link #COLUMNS}. */
  public static CandidateName read(UUID id, ResultSet row) throws SQLException {
    @Nullable Who who = CandidateProjection.readWho(row);
    if (who != null) {
      return new CandidateName(id, who.name(), false);
    }
    boolean known = row.getBoolean("candidate_known");
    return new CandidateName(id, known ? Shown.ERASED : null, known);
  }

  static CandidateName of(CandidateRow row) {
    return row.who() == null
        ? new CandidateName(row.id().value(), Shown.ERASED, true)
        : new CandidateName(row.id().value(), row.who().name(), false);
  }
}
