/** A title in one version: its CCPs, assessments, routes, validity; and what becomes of it. */
@NullMarked
package fr.livret.kernel.referentiel;

import org.jspecify.annotations.NullMarked;
