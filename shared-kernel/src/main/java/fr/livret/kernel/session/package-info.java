/** Sessions: who assesses whom and when, and the minutes that record what was decided. */
@NullMarked
package fr.livret.kernel.session;

import org.jspecify.annotations.NullMarked;
