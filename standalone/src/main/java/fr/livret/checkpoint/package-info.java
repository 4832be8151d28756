/** Evidence of tampering as a part of the product: its keys, its checkpoints, how it is doing. */
@NullMarked
package fr.livret.checkpoint;

import org.jspecify.annotations.NullMarked;
