package fr.livret.kernel.path;

import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.person.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One of those who evaluated a CCP.
 *
 * @param id in the register of evaluators, where stated
 * @param name sealed, where stated
 * @param role as what they sat
 * @param ownTrainer whether they trained or accompanied this candidate
 */
public record Evaluator(
    @Nullable String id, @Nullable SealedText name, EvaluatorRole role, boolean ownTrainer) {}
