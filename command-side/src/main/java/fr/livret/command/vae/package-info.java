/** VAE applications: their requests, their register, and the clock that lets silence speak. */
@NullMarked
package fr.livret.command.vae;

import org.jspecify.annotations.NullMarked;
