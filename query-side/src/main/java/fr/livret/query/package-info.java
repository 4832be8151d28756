/** Checks the law: projections of the events and the HTTP that reads them. */
@NullMarked
package fr.livret.query;

import org.jspecify.annotations.NullMarked;
