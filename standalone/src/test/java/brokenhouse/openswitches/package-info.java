@NullMarked
package brokenhouse.openswitches;

import org.jspecify.annotations.NullMarked;
