/** How fast the product is, beside raw SQL and beside Axon's own engine, in one run. */
@NullMarked
package fr.livret.benchmarks;

import org.jspecify.annotations.NullMarked;
