/** The signed checkpoints of the event log, and the proofs against them, for auditors. */
@NullMarked
package fr.livret.query.evidence;

import org.jspecify.annotations.NullMarked;
