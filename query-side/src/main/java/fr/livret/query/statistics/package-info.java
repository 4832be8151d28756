/** The statistics of a certification: what they count, over which period. */
@NullMarked
package fr.livret.query.statistics;

import org.jspecify.annotations.NullMarked;
