/** What turns raw figures into the table, kept under trial; no test measures a time. */
@NullMarked
package fr.livret.benchmarks;

import org.jspecify.annotations.NullMarked;
