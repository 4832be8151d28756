@NullMarked
package brokenhouse.httpwithquery.query;

import org.jspecify.annotations.NullMarked;
