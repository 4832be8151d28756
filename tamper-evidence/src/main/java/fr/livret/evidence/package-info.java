/**
 * Evidence that nothing in the event log was touched: a Merkle tree as in RFC 9162 over the log in
 * the order of its positions, checkpoints of it signed and kept outside the database, proofs, and
 * the verification that names what was touched.
 */
@NullMarked
package fr.livret.evidence;

import org.jspecify.annotations.NullMarked;
