/** Alerts: their days, and what becomes of them. */
@NullMarked
package fr.livret.kernel.alert;

import org.jspecify.annotations.NullMarked;
