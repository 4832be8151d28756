@NullMarked
package brokenhouse.kernelwithchance.kernel;

import org.jspecify.annotations.NullMarked;
