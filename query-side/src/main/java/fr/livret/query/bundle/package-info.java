/** What proves the history of one path to somebody who has no Livret: a court, a colleague. */
@NullMarked
package fr.livret.query.bundle;

import org.jspecify.annotations.NullMarked;
