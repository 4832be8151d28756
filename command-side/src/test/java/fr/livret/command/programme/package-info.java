@NullMarked
package fr.livret.command.programme;

import org.jspecify.annotations.NullMarked;
