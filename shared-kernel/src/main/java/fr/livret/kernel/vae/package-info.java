/**
 * Applications for VAE: what is filed, how long silence may last, and what a recevabilité opens.
 */
@NullMarked
package fr.livret.kernel.vae;

import org.jspecify.annotations.NullMarked;
