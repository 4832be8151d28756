package fr.livret.kernel.referentiel;

/** The code of a CCP, or of a bloc where the title is private: {@code CCP1}, {@code BC01}. */
public record CcpCode(String value) implements Comparable<CcpCode> {
  @Override
  public int compareTo(CcpCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
