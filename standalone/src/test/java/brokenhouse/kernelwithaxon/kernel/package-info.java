@NullMarked
package brokenhouse.kernelwithaxon.kernel;

import org.jspecify.annotations.NullMarked;
