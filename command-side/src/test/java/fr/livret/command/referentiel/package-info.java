@NullMarked
package fr.livret.command.referentiel;

import org.jspecify.annotations.NullMarked;
