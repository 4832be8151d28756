/** Programmes: what they plan must add up, and a changed one is another version. */
@NullMarked
package fr.livret.kernel.programme;

import org.jspecify.annotations.NullMarked;
