@NullMarked
package fr.livret.kernel.proof;

import org.jspecify.annotations.NullMarked;
