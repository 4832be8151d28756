/** The four référentiels as test data, and how long titles are valid. */
@NullMarked
package fr.livret.kernel.referentiel;

import org.jspecify.annotations.NullMarked;
