package fr.livret.kernel.vae;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.referentiel.Referentiel;

/**
 * What governs a filing.
 *
 * @param regime by the day of filing
 * @param capitalisation the title's, for the year it may grant after the end of validity
 * @param referentiel the title asked for
 * @param version which version of that référentiel
 */
public record VaeLaw(
    VaeRegime regime, CapitalisationRegime capitalisation, Referentiel referentiel, int version) {}
