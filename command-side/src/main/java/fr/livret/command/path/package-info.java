/** Paths: their commands, and the automations that let days and decisions reach them. */
@NullMarked
package fr.livret.command.path;

import org.jspecify.annotations.NullMarked;
