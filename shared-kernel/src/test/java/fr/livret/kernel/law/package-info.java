/** The regimes of law.md as test data, and what refuses. */
@NullMarked
package fr.livret.kernel.law;

import org.jspecify.annotations.NullMarked;
