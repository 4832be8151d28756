/** How a command reaches its aggregate, whole and once, and what comes back. */
@NullMarked
package fr.livret.command.dispatch;

import org.jspecify.annotations.NullMarked;
