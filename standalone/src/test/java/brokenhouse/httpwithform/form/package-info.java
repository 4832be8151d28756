@NullMarked
package brokenhouse.httpwithform.form;

import org.jspecify.annotations.NullMarked;
