package fr.livret.kernel.training;

import fr.livret.kernel.programme.Amount;
import fr.livret.kernel.referentiel.CcpCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Points obtained on the questions of one CCP.
 *
 * @param points from 0 to {@code outOf}
 * @param outOf how many could be obtained; more than 0
 */
public record Score(CcpCode ccp, BigDecimal points, BigDecimal outOf) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Score {
    points = Amount.plain(points);
    outOf = Amount.plain(outOf);
  }

  /** Whether such a score can be. */
  boolean possible() {
    return outOf.signum() > 0 && points.signum() >= 0 && points.compareTo(outOf) <= 0;
  }

  /** Whether it is less than that share of the points: exact, so that equality is not less. */
  boolean below(BigDecimal share) {
    return points.compareTo(share.multiply(outOf)) < 0;
  }

  /** Compares shares of points, exactly. */
  int compareShare(Score other) {
    return points.multiply(other.outOf).compareTo(other.points.multiply(outOf));
  }

  /** Percent of the points, rounded to one decimal. */
  public BigDecimal percent() {
    return points.multiply(HUNDRED).divide(outOf, 1, RoundingMode.HALF_UP);
  }

  /** How many points of percent it is above another score, rounded once, to one decimal. */
  public BigDecimal gainOver(Score other) {
    return points
        .multiply(other.outOf)
        .subtract(other.points.multiply(outOf))
        .multiply(HUNDRED)
        .divide(outOf.multiply(other.outOf), 1, RoundingMode.HALF_UP);
  }
}
