@NullMarked
package brokenhouse.commandwithquery.query;

import org.jspecify.annotations.NullMarked;
