/**
 * How the days that answers claim were worked out: from which recorded facts, by which rules and by
 * what arithmetic.
 */
@NullMarked
package fr.livret.kernel.proof;

import org.jspecify.annotations.NullMarked;
