package fr.livret.http;

/** The caller's If-Match is not the current version. It is answered 412. */
public final class VersionConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long currentVersion;

  /** With the version that stands. */
  public VersionConflict(long currentVersion) {
    super("the current version is " + currentVersion);
    this.currentVersion = currentVersion;
  }

  /** The version that stands. */
  public long currentVersion() {
    return currentVersion;
  }
}
