package fr.livret.http;

/** A rebuild of this projection waits or runs already, here or in another process. */
public final class RebuildRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String projection;

  /** With the projection it was asked for. */
  public RebuildRunning(String projection) {
    super(projection + " is being rebuilt already");
    this.projection = projection;
  }

  /** What is being rebuilt. */
  public String projection() {
    return projection;
  }
}
