@NullMarked
package fr.livret.postgres;

import org.jspecify.annotations.NullMarked;
