/** Decisions taken again from the log. */
@NullMarked
package fr.livret.query.replay;

import org.jspecify.annotations.NullMarked;
