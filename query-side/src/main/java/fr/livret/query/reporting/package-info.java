/** The views dashboards read: what there is, and each of them as CSV. */
@NullMarked
package fr.livret.query.reporting;

import org.jspecify.annotations.NullMarked;
