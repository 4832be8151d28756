package fr.livret.http;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.RuleName;
import java.util.function.Function;

/**
 * The legal bases of the rules common to every regime, for refusals that carry none.
 *
 * @param basis gives the basis of a common rule
 */
public record CommonLaw(Function<RuleName, LegalBasis> basis) {}
