/** Référentiels: published from files and by PUT, closed, prorogued. */
@NullMarked
package fr.livret.command.referentiel;

import org.jspecify.annotations.NullMarked;
