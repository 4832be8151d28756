@NullMarked
package brokenhouse.formwithhttp.http;

import org.jspecify.annotations.NullMarked;
