package fr.livret.kernel.vae;

import java.time.LocalDate;

/**
 * No answer came within the delay.
 *
 * @param lastDay of the delay, included
 * @param effectiveOn the day after it
 * @param effect what silence means
 */
public record Silence(LocalDate lastDay, LocalDate effectiveOn, VaeOutcome effect) {}
