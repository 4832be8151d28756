package fr.livret.kernel.decision;

import org.jspecify.annotations.Nullable;

/**
 * One thing that two outcomes of one command do not have in common.
 *
 * @param where the fact and its component, as in {@code WindowOpened.window.lastDay}; {@code
 *     outcome} where one was accepted and the other refused
 * @param recorded what was recorded; absent where nothing was
 * @param now what it comes to now; absent where it comes to nothing
 * @param rule the rule behind it, in full where a regime governs; absent where the facts name none
 */
public record Difference(
    String where, @Nullable String recorded, @Nullable String now, @Nullable String rule) {}
