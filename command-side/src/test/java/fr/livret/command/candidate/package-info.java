@NullMarked
package fr.livret.command.candidate;

import org.jspecify.annotations.NullMarked;
