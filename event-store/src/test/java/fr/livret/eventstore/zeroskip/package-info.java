/**
 * The proof of zero skip: writers that are held, die, roll back and meet conflicts while readers
 * read, on a real PostgreSQL, one schedule per seed.
 */
@NullMarked
package fr.livret.eventstore.zeroskip;

import org.jspecify.annotations.NullMarked;
