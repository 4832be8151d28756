/** Sessions as they are read. */
@NullMarked
package fr.livret.query.session;

import org.jspecify.annotations.NullMarked;
