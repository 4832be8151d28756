/** What dashboards may read, and what they may not. */
@NullMarked
package fr.livret.query.reporting;

import org.jspecify.annotations.NullMarked;
