package fr.livret.kernel.programme;

import java.math.BigDecimal;

/** Hours and points: exact numbers, equal whenever they are the same amount. */
public final class Amount {
  private Amount() {}

  /** The same amount without trailing zeros and never in powers of ten: 7.50 is 7.5. */
  public static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
