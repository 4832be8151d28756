package fr.livret.query.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it was taken of.
 *
 * @param rate in percent with one decimal; {@value #NO_DATA} where there is nothing to take it of
 * @param count those it is about
 * @param of all of them
 */
record Rate(
    @Schema(
            oneOf = {BigDecimal.class, String.class},
            description = "Percent with one decimal; `-` where `of` is 0, never 0 or 100",
            example = "66.7")
        Object rate,
    @Schema(example = "2") long count,
    @Schema(example = "3") long of) {
  /** What stands for a figure there is no data for. */
  static final String NO_DATA = "-";

  static Rate read(ResultSet row, String rate, String count, String of) throws SQLException {
    return new Rate(orNone(row.getBigDecimal(rate)), row.getLong(count), row.getLong(of));
  }

  static Object orNone(@Nullable BigDecimal figure) {
    return figure == null ? NO_DATA : figure;
  }
}
