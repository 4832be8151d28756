/** What the law may know of a person without reading who it is. */
@NullMarked
package fr.livret.kernel.person;

import org.jspecify.annotations.NullMarked;
