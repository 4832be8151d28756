package fr.livret.query.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one title, in one civil year or over the whole period asked for. What each
 * counts is said in docs/statistics.md.
 *
 * @param year absent over the whole period
 * @param certified persons awarded the title
 * @param certifiedAfterVae of them by VAE
 * @param insertionAt6Months employed, of those who answered
 * @param inOccupationAt6Months in the occupation, of those who answered
 * @param inOccupationAt2Years in the occupation, of those who answered
 * @param titles what juries decided on the whole title
 * @param ccps what was decided on each CCP
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Statistics")
record Figures(
    @Schema(example = "AMIS-2013") String certification,
    @Schema(example = "2020") @Nullable Integer year,
    @Schema(example = "19") long certified,
    @Schema(example = "0") long certifiedAfterVae,
    Rate insertionAt6Months,
    Rate inOccupationAt6Months,
    Rate inOccupationAt2Years,
    Decisions titles,
    Rate ccpSuccess,
    List<CcpFigures> ccps,
    Waiting firstCcpToTitle,
    @Schema(example = "3") long windowsExpired) {
  Figures {
    ccps = List.copyOf(ccps);
  }

  /**
   * What juries decided.
   *
   * @param success awarded, of the candidates who came
   * @param partial refused, with CCPs granted
   * @param refused with nothing granted
   */
  @Schema(name = "TitleDecisions")
  record Decisions(Rate success, long partial, long refused, long absent) {}

  /** How often one CCP was granted, of the times it was judged. */
  @Schema(name = "CcpStatistics")
  record CcpFigures(@Schema(example = "CCP1") String ccp, Rate success) {}

  /**
   * How long the title took.
   *
   * @param medianDays from the first CCP to the title
   * @param titles of which it is the median
   */
  @Schema(name = "FirstCcpToTitle")
  record Waiting(
      @Schema(
              oneOf = {BigDecimal.class, String.class},
              description = "Days; `-` where no title had a CCP before it",
              example = "512.0")
          Object medianDays,
      long titles) {}

  static Figures read(ResultSet row, List<CcpFigures> ccps) throws SQLException {
    return new Figures(
        row.getString("certification"),
        row.getObject("year", Integer.class),
        row.getLong("certified"),
        row.getLong("certified_after_vae"),
        Rate.read(row, "insertion_6m_rate", "employed_6m", "answers_6m"),
        Rate.read(row, "in_occupation_6m_rate", "in_occupation_6m", "answers_6m"),
        Rate.read(row, "in_occupation_2y_rate", "in_occupation_2y", "answers_2y"),
        new Decisions(
            Rate.read(row, "title_success_rate", "titles_awarded", "titles_judged"),
            row.getLong("titles_partial"),
            row.getLong("titles_refused"),
            row.getLong("title_absences")),
        Rate.read(row, "ccp_success_rate", "ccps_granted", "ccps_judged"),
        ccps,
        new Waiting(
            Rate.orNone(row.getBigDecimal("median_days_first_ccp_to_title")),
            row.getLong("titles_after_ccps")),
        row.getLong("windows_expired"));
  }
}
