@NullMarked
package brokenhouse.controllerwithsql.query;

import org.jspecify.annotations.NullMarked;
