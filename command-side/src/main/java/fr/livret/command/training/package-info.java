/** Trainings: their commands, and which of them a candidate has for a title. */
@NullMarked
package fr.livret.command.training;

import org.jspecify.annotations.NullMarked;
