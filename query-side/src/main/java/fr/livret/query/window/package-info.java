/** The capitalisation windows by their last day. */
@NullMarked
package fr.livret.query.window;

import org.jspecify.annotations.NullMarked;
