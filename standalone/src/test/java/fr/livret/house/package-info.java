/** The rules of the house, each with a fixture that breaks it. */
@NullMarked
package fr.livret.house;

import org.jspecify.annotations.NullMarked;
