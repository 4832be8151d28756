/** The journal of decisions: the command as it came, what it met, the law, and what it came to. */
@NullMarked
package fr.livret.form.decision;

import org.jspecify.annotations.NullMarked;
