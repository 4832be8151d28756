/** Alerts: what ends before long, who was told of it, and what became of the alert. */
@NullMarked
package fr.livret.query.alert;

import org.jspecify.annotations.NullMarked;
