/** Decisions taken again, and compared. */
@NullMarked
package fr.livret.kernel.decision;

import org.jspecify.annotations.NullMarked;
