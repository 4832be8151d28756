@NullMarked
package fr.livret.command.dispatch;

import org.jspecify.annotations.NullMarked;
