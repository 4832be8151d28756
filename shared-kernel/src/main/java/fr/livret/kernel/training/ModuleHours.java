package fr.livret.kernel.training;

import fr.livret.kernel.programme.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Hours followed.
 *
 * @param module the code of a module, or of a bloc that lists none
 * @param hours more than 0
 * @param on the day on which they were followed
 */
public record ModuleHours(String module, BigDecimal hours, LocalDate on) {
  public ModuleHours {
    hours = Amount.plain(hours);
  }
}
