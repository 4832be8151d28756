@NullMarked
package brokenhouse.httpwithform.http;

import org.jspecify.annotations.NullMarked;
