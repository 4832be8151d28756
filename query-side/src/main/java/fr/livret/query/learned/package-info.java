/** What was learned between two moments of knowledge, and what it changed. */
@NullMarked
package fr.livret.query.learned;

import org.jspecify.annotations.NullMarked;
