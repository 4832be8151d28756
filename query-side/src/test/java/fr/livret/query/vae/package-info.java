/** The adviser's queue and single applications, read over HTTP. */
@NullMarked
package fr.livret.query.vae;

import org.jspecify.annotations.NullMarked;
