/** The titles, every version of their documents, and how long they are valid. */
@NullMarked
package fr.livret.query.referentiel;

import org.jspecify.annotations.NullMarked;
