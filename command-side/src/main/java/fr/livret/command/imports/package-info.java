/** Imports: many writes from one file, each with an outcome of its own. */
@NullMarked
package fr.livret.command.imports;

import org.jspecify.annotations.NullMarked;
