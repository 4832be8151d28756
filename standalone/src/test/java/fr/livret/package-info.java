@NullMarked
package fr.livret;

import org.jspecify.annotations.NullMarked;
