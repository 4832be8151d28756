@NullMarked
package brokenhouse.kernelwithtoday.kernel;

import org.jspecify.annotations.NullMarked;
