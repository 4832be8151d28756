/**
 * The rules of a path as sentences: given what happened, when a command comes, then what follows.
 */
@NullMarked
package fr.livret.kernel.path;

import org.jspecify.annotations.NullMarked;
