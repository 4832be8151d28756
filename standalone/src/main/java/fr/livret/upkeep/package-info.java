/** What the product does for the database it writes to. */
@NullMarked
package fr.livret.upkeep;

import org.jspecify.annotations.NullMarked;
