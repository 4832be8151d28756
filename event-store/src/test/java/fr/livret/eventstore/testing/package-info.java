/** The real PostgreSQL that tests use. */
@NullMarked
package fr.livret.eventstore.testing;

import org.jspecify.annotations.NullMarked;
