/** The livret of a candidate: all that is known of one person's way, in one answer. */
@NullMarked
package fr.livret.query.livret;

import org.jspecify.annotations.NullMarked;
