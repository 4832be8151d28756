package fr.livret.checkpoint;

import org.jspecify.annotations.Nullable;

/** Why no checkpoints could be signed here, and what the person at the keyboard can do. */
final class EvidenceRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  EvidenceRefused(String reason, String remedy, @Nullable Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
