/** VAE applications: the adviser's queue with its clocks, and each application with its reasons. */
@NullMarked
package fr.livret.query.vae;

import org.jspecify.annotations.NullMarked;
