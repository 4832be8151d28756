/** Every kind of aggregate at once: which state its facts give, and who decides on its commands. */
@NullMarked
package fr.livret.kernel.decision;

import org.jspecify.annotations.NullMarked;
