/** Decisions taken again from the log alone, and compared with what was recorded of them. */
@NullMarked
package fr.livret.query.replay;

import org.jspecify.annotations.NullMarked;
