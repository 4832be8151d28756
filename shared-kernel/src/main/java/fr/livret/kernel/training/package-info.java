/** One candidate's training for a title: tests, hours, in-training assessments, its end. */
@NullMarked
package fr.livret.kernel.training;

import org.jspecify.annotations.NullMarked;
