/** The way from Axon's standard JDBC tables into the store: once, resumable, and proved. */
@NullMarked
package fr.livret.eventstore.migration;

import org.jspecify.annotations.NullMarked;
