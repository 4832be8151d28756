package fr.livret.kernel.path;

/**
 * Which procès-verbal a decision stands in.
 *
 * @param session id of the session it is the record of
 * @param edition 1 for the minutes as first signed, one more for each rectification
 */
public record MinutesRef(String session, int edition) {
  @Override
  public String toString() {
    return session + "/" + edition;
  }
}
