package fr.livret.kernel.referentiel;

import org.jspecify.annotations.Nullable;

/**
 * One element a decision rests on.
 *
 * @param code upper-case ASCII French, as in {@code MISE_EN_SITUATION}
 * @param title as the référentiel words it
 * @param minutes how long it lasts, where stated
 * @param required whether no decision can do without it
 * @param insteadOf the code of the required element this one may stand for
 */
public record AssessmentElement(
    String code,
    String title,
    @Nullable Integer minutes,
    boolean required,
    @Nullable String insteadOf) {}
