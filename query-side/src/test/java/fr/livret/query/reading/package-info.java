/** Tests of what every read shares. */
@NullMarked
package fr.livret.query.reading;

import org.jspecify.annotations.NullMarked;
