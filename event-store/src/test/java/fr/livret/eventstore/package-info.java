/** What the store promises, kept under trial. */
@NullMarked
package fr.livret.eventstore;

import org.jspecify.annotations.NullMarked;
