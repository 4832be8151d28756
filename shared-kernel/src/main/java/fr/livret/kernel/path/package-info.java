/** One candidate on the way to one title: CCPs, window, jury decisions, title. */
@NullMarked
package fr.livret.kernel.path;

import org.jspecify.annotations.NullMarked;
