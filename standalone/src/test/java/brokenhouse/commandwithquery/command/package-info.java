@NullMarked
package brokenhouse.commandwithquery.command;

import org.jspecify.annotations.NullMarked;
