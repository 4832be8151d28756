@NullMarked
package brokenhouse.kernelwithspring.kernel;

import org.jspecify.annotations.NullMarked;
