/** Trainings, with each rule on both sides of its boundary. */
@NullMarked
package fr.livret.kernel.training;

import org.jspecify.annotations.NullMarked;
