/** Alerts: the agenda of deadlines, the sweep that raises, and the courier that tells. */
@NullMarked
package fr.livret.command.alert;

import org.jspecify.annotations.NullMarked;
