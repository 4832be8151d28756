@NullMarked
package brokenhouse.kernelwithform.form;

import org.jspecify.annotations.NullMarked;
