package fr.livret.form.person;

import org.jspecify.annotations.Nullable;

/**
 * The master key is missing, unreadable, or not the one this database was written under. The
 * product must not start: what it would write could never be read together with what is there.
 */
public final class MasterKeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MasterKeyRefused(String message) {
    super(message);
  }

  MasterKeyRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
