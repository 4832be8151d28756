@NullMarked
package fr.livret.query.learned;

import org.jspecify.annotations.NullMarked;
