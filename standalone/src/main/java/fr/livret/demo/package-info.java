/**
 * The demonstration of {@code --livret.demo=true}: invented people on their way to the four shipped
 * titles, told to the running product through its own HTTP API. It knows stories, not law: whatever
 * counts, lapses or is refused is decided by the product.
 */
@NullMarked
package fr.livret.demo;

import org.jspecify.annotations.NullMarked;
