@NullMarked
package brokenhouse.formwithhttp.form;

import org.jspecify.annotations.NullMarked;
