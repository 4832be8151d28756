/** Paths as they stand, as they stood, and every fact behind them. */
@NullMarked
package fr.livret.query.path;

import org.jspecify.annotations.NullMarked;
