/** Small populations, counted by hand. */
@NullMarked
package fr.livret.query.statistics;

import org.jspecify.annotations.NullMarked;
