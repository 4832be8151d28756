/** Sessions told over HTTP, and what they bring to the paths. */
@NullMarked
package fr.livret.command.session;

import org.jspecify.annotations.NullMarked;
