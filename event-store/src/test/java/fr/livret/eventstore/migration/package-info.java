/** The way from Axon's standard JDBC tables, tried. */
@NullMarked
package fr.livret.eventstore.migration;

import org.jspecify.annotations.NullMarked;
