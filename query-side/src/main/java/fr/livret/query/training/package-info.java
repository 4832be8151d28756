/** Trainings as they stand and stood: hours, tests, EFAs, and where to begin. */
@NullMarked
package fr.livret.query.training;

import org.jspecify.annotations.NullMarked;
