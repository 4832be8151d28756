/** What auditors ask about that is no fact of a path: the commands the rules refused. */
@NullMarked
package fr.livret.kernel.audit;

import org.jspecify.annotations.NullMarked;
