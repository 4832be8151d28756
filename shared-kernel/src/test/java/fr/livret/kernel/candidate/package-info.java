/** Candidates, certificates and erasure, as sentences. */
@NullMarked
package fr.livret.kernel.candidate;

import org.jspecify.annotations.NullMarked;
