@NullMarked
package fr.livret.command.training;

import org.jspecify.annotations.NullMarked;
