/** The running command side its tests talk to. */
@NullMarked
package fr.livret.command.testing;

import org.jspecify.annotations.NullMarked;
