@NullMarked
package brokenhouse.kernelwithform.kernel;

import org.jspecify.annotations.NullMarked;
