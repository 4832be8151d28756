/** What the product does for its database, on a real one. */
@NullMarked
package fr.livret.upkeep;

import org.jspecify.annotations.NullMarked;
