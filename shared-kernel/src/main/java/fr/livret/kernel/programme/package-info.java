/** What a training centre plans for a title: blocs, modules, hours, and what counts as weak. */
@NullMarked
package fr.livret.kernel.programme;

import org.jspecify.annotations.NullMarked;
