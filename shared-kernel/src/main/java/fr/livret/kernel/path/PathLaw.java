package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.referentiel.Referentiel;

/**
 * The law that governs one path: what it pinned when it opened.
 *
 * @param regime how its CCPs add up to the title
 * @param referentiel the title it leads to
 * @param version which version of that référentiel
 */
public record PathLaw(CapitalisationRegime regime, Referentiel referentiel, int version) {}
