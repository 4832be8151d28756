package fr.livret.kernel.path;

import java.time.LocalDate;

/**
 * An open window.
 *
 * @param anchor the day the oldest counting CCP was obtained
 * @param lastDay the last day on which the target can be met, included
 * @param governedBy which limit sets that day
 */
public record WindowSpan(LocalDate anchor, LocalDate lastDay, LimitRule governedBy) {}
