@NullMarked
package brokenhouse.kernelwithclock.kernel;

import org.jspecify.annotations.NullMarked;
