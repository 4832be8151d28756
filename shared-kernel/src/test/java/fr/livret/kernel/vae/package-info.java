/** The law of VAE applications, held against its worked cases and against chance. */
@NullMarked
package fr.livret.kernel.vae;

import org.jspecify.annotations.NullMarked;
