/** The store under kill -9: of its processes, of its connections, of its server. */
@NullMarked
package fr.livret.eventstore.crash;

import org.jspecify.annotations.NullMarked;
