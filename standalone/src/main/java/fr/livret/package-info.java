/** Both sides composed in one process on an embedded PostgreSQL. */
@NullMarked
package fr.livret;

import org.jspecify.annotations.NullMarked;
