@NullMarked
package brokenhouse.querywithcommand.query;

import org.jspecify.annotations.NullMarked;
