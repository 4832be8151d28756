@NullMarked
package brokenhouse.querywithcommand.command;

import org.jspecify.annotations.NullMarked;
