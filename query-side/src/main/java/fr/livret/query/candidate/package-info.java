/** Who the candidates are, as long as their keys stand, and their certificates. */
@NullMarked
package fr.livret.query.candidate;

import org.jspecify.annotations.NullMarked;
