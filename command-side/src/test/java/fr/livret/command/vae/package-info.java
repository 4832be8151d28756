/** VAE applications over HTTP: their register, their clock, and the paths opened on them. */
@NullMarked
package fr.livret.command.vae;

import org.jspecify.annotations.NullMarked;
