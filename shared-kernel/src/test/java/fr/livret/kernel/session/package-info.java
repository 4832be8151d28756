/** The rules of sessions, juries and minutes, each on both sides of its boundary. */
@NullMarked
package fr.livret.kernel.session;

import org.jspecify.annotations.NullMarked;
