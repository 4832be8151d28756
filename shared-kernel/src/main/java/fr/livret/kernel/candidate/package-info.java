/** The person who seeks a title, the certificates held, and the erasure of who it was. */
@NullMarked
package fr.livret.kernel.candidate;

import org.jspecify.annotations.NullMarked;
