package fr.livret.query.projection;

/** A rebuild of this projection waits or runs already, here or in another process. */
public final class AlreadyRebuilding extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AlreadyRebuilding(String projection) {
    super(projection + " is being rebuilt already");
  }
}
