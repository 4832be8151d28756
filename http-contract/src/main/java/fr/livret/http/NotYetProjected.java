package fr.livret.http;

/**
 * A read asked for a version its projection does not have yet. It is answered 503, to be retried.
 */
public final class NotYetProjected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long version;

  /** With the version that was asked for. */
  public NotYetProjected(long version) {
    super("version " + version + " is not projected yet");
    this.version = version;
  }

  /** The version that was asked for. */
  public long version() {
    return version;
  }
}
