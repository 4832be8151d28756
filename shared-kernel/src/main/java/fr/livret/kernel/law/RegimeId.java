package fr.livret.kernel.law;

/**
 * One edition of a regime. A path pins it when it opens; another reading of the same law is another
 * edition, so that what was decided under the first can be replayed under it.
 *
 * @param code as in {@code TP-2006}
 * @param edition 1 for the first
 */
public record RegimeId(String code, int edition) {
  /** {@code TP-2006/1}. */
  public String text() {
    return code + "/" + edition;
  }
}
