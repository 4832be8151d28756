package fr.livret.kernel.vae;

import fr.livret.kernel.person.SealedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of experience as the candidate states it.
 *
 * @param from first day
 * @param to last day, included
 * @param occupation what was done; sealed, for it may tell who the person is
 * @param fullTimeShare of full time, above 0 and at most 1
 * @param related whether the occupation is related to the title
 */
public record ExperiencePeriod(
    LocalDate from,
    LocalDate to,
    ExperienceKind kind,
    @Nullable SealedText occupation,
    BigDecimal fullTimeShare,
    boolean related) {

  /** Throws {@link IllegalArgumentException} when the share is none. */
  public ExperiencePeriod {
    if (fullTimeShare.signum() <= 0 || fullTimeShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share of full time lies above 0 and is at most 1");
    }
    fullTimeShare = fullTimeShare.stripTrailingZeros();
  }
}
