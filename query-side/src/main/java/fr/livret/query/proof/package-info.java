/** Worked proofs as they are shown: step by step for programs, as a sentence for people. */
@NullMarked
package fr.livret.query.proof;

import org.jspecify.annotations.NullMarked;
