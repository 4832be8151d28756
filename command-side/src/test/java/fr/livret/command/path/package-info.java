@NullMarked
package fr.livret.command.path;

import org.jspecify.annotations.NullMarked;
