@NullMarked
package fr.livret.checkpoint;

import org.jspecify.annotations.NullMarked;
