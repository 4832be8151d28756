package fr.livret.command.dispatch;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.util.Map;

/** Refusals of what nobody has recorded. */
public final class Unknown {
  private Unknown() {}

  /** Nothing is recorded under this id. */
  public static Refusal id(String id) {
    return Refusal.of(Refused.UNKNOWN, Map.of("id", id));
  }

  static Refusal target(Object command) {
    return id(Targets.idOf(command));
  }
}
