package fr.livret.kernel.vae;

import java.time.Period;

/** How long a recevabilité lasts. */
public sealed interface ValidityRule {

  /** The session must be held so long after its notification at the latest. */
  record FromNotification(Period length) implements ValidityRule {}

  /** As its notification states; where it states nothing no end is known. */
  record AsStated() implements ValidityRule {}

  /** The path must be opened so long after its notification at the latest; then it lasts. */
  record ToStart(Period within) implements ValidityRule {}
}
