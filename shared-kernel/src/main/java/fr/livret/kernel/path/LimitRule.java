package fr.livret.kernel.path;

import fr.livret.kernel.law.RuleName;

/** What can end a capitalisation window. */
public enum LimitRule {
  /** The length of the window, counted from its anchor. */
  FIVE_YEARS(RuleName.WINDOW_LENGTH),
  /** The end of the title's validity. */
  TITLE_VALIDITY(RuleName.WINDOW_VALIDITY),
  /** The end of the year granted after a closed title's validity. */
  TITLE_CLOSURE(RuleName.WINDOW_CLOSURE);

  private final RuleName rule;

  LimitRule(RuleName rule) {
    this.rule = rule;
  }

  /** The rule of the regime behind it. */
  public RuleName rule() {
    return rule;
  }
}
