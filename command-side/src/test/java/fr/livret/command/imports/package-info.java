/** Tests of imports, over real HTTP on a real PostgreSQL. */
@NullMarked
package fr.livret.command.imports;

import org.jspecify.annotations.NullMarked;
