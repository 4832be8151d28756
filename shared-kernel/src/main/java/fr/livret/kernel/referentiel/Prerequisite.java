package fr.livret.kernel.referentiel;

/**
 * What a candidate must bring.
 *
 * @param code the kind of a certificate ({@code SST}) or a name ({@code FRANCAIS})
 * @param title in French, as the référentiel words it
 * @param requiredFor when; only what the title requires is checked against certificates
 */
public record Prerequisite(String code, String title, RequiredFor requiredFor) {

  /** The moment a prerequisite is asked for. */
  public enum RequiredFor {
    /** At the start of the training; shown, not checked. */
    ENTRY,
    /** On the day of the title decision: a certificate of that kind must be valid. */
    TITLE
  }
}
