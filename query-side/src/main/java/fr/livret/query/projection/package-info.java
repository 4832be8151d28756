/** How facts become rows: whole batches folded in memory, rows and token written together. */
@NullMarked
package fr.livret.query.projection;

import org.jspecify.annotations.NullMarked;
