@NullMarked
package fr.livret.command;

import org.jspecify.annotations.NullMarked;
