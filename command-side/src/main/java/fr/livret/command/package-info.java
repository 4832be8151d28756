/** Applies the law: shells around the deciders of the kernel, and the HTTP that commands them. */
@NullMarked
package fr.livret.command;

import org.jspecify.annotations.NullMarked;
