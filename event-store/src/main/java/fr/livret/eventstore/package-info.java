/**
 * An event store for Axon Framework on PostgreSQL: positions are dense and in commit order, so that
 * no reader ever skips an event.
 */
@NullMarked
package fr.livret.eventstore;

import org.jspecify.annotations.NullMarked;
