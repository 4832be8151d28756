/** What every read shares: the moment it is asked for, pages, waiting for one's own writes. */
@NullMarked
package fr.livret.query.reading;

import org.jspecify.annotations.NullMarked;
