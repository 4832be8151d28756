@NullMarked
package brokenhouse.formwithcommand.command;

import org.jspecify.annotations.NullMarked;
