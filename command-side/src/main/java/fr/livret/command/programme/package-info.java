/** Training programmes: published from files and by PUT. */
@NullMarked
package fr.livret.command.programme;

import org.jspecify.annotations.NullMarked;
