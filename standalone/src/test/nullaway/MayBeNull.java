package fr.livret.nullaway;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Right for the compiler alone: only NullAway sees that {@code name} may be absent. */
@NullMarked
record MayBeNull(@Nullable String name) {

  int length() {
    return name.length();
  }
}
