@NullMarked
package fr.livret.evidence;

import org.jspecify.annotations.NullMarked;
