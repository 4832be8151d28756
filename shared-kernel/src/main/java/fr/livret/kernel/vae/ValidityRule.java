package fr.livret.kernel.vae;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How long a recevabilité lasts. */
public sealed interface ValidityRule {

  /** The session must be held so long after its notification at the latest. */
  record FromNotification(Period length) implements ValidityRule {}

  /** As its notification states; where it states nothing no end is known. */
  record AsStated() implements ValidityRule {}

  /** The path must be opened so long after its notification at the latest; then it lasts. */
  record ToStart(Period within) implements ValidityRule {}

  /** The last day on which a session may be held on it; absent where no end is known. */
  default @Nullable LocalDate validThrough(LocalDate notifiedOn, @Nullable LocalDate stated) {
    return switch (this) {
      case FromNotification(var length) -> notifiedOn.plus(length);
      case AsStated() -> stated;
      case ToStart _ -> null;
    };
  }

  /** The last day on which a path may be opened on it, where that alone is limited. */
  default @Nullable LocalDate startBy(LocalDate notifiedOn) {
    return switch (this) {
      case ToStart(var within) -> notifiedOn.plus(within);
      case FromNotification _, AsStated _ -> null;
    };
  }
}
