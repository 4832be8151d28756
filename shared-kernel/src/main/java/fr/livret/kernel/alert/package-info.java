/** Alerts: what ends before long, who was told of it, and why an alert no longer holds. */
@NullMarked
package fr.livret.kernel.alert;

import org.jspecify.annotations.NullMarked;
