package fr.livret.command.dispatch;

import fr.livret.kernel.law.Refusal;

/** Brings a refusal out of the aggregate that gave it, together with what it met. */
final class RefusedOn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final transient Met met;

  RefusedOn(Refusal refusal, Met met) {
    super(refusal.getMessage(), null, false, false);
    this.refusal = refusal;
    this.met = met;
  }

  Refusal refusal() {
    return refusal;
  }

  Met met() {
    return met;
  }
}
