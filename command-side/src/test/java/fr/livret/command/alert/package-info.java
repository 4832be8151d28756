/** Alerts: when they are raised and cancelled, and how they reach those who are told. */
@NullMarked
package fr.livret.command.alert;

import org.jspecify.annotations.NullMarked;
