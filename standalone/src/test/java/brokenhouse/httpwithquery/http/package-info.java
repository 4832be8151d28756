@NullMarked
package brokenhouse.httpwithquery.http;

import org.jspecify.annotations.NullMarked;
