/** What an operator asks of the projections: how they are doing, and to be made anew. */
@NullMarked
package fr.livret.query.upkeep;

import org.jspecify.annotations.NullMarked;
