/** The alerts as they are read. */
@NullMarked
package fr.livret.query.alert;

import org.jspecify.annotations.NullMarked;
