/** Sessions: their commands, and the automation that brings what is decided to the paths. */
@NullMarked
package fr.livret.command.session;

import org.jspecify.annotations.NullMarked;
