package fr.livret.command.dispatch;

import fr.livret.http.Ids;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.util.Map;
import java.util.UUID;

/** Refusals of what nobody has recorded. */
public final class Unknown {
  private Unknown() {}

  /** Nothing is recorded under this id. */
  public static Refusal id(String id) {
    return Refusal.of(Refused.UNKNOWN, Map.of("id", id));
  }

  /**
   * The id an address or a field carries. What cannot be an id is refused as unknown: nothing can
   * be recorded under it.
   */
  public static UUID unlessId(String text) {
    return Ids.parse(text)
        .orElseThrow(() -> id(text.length() <= 40 ? text : text.substring(0, 40)));
  }

  static Refusal target(Object command) {
    return id(Target.of(command));
  }
}
