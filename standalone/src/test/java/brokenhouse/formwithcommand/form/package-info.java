@NullMarked
package brokenhouse.formwithcommand.form;

import org.jspecify.annotations.NullMarked;
