/** The law, written once in pure Java: everything a lawyer could read. */
@NullMarked
package fr.livret.kernel;

import org.jspecify.annotations.NullMarked;
