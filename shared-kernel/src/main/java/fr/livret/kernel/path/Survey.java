package fr.livret.kernel.path;

import java.time.Period;

/** When holders of the title are asked what became of them. */
public enum Survey {
  SIX_MONTHS(Period.ofMonths(6)),
  TWO_YEARS(Period.ofYears(2));

  private final Period period;

  Survey(Period period) {
    this.period = period;
  }

  /** How long after the award. */
  public Period period() {
    return period;
  }
}
