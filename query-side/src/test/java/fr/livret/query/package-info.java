/** Tests on a real server, a real PostgreSQL and a real event store. */
@NullMarked
package fr.livret.query;

import org.jspecify.annotations.NullMarked;
