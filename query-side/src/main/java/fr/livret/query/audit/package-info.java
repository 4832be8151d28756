/** The journal of decisions, for auditors: who asked what, and what came of it under which law. */
@NullMarked
package fr.livret.query.audit;

import org.jspecify.annotations.NullMarked;
