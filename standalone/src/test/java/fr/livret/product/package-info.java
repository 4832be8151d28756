/** The whole product, started as its users start it, and asked as they ask it. */
@NullMarked
package fr.livret.product;

import org.jspecify.annotations.NullMarked;
