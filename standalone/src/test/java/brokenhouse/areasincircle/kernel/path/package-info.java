@NullMarked
package brokenhouse.areasincircle.kernel.path;

import org.jspecify.annotations.NullMarked;
