@NullMarked
package brokenhouse.areasincircle.kernel.candidate;

import org.jspecify.annotations.NullMarked;
