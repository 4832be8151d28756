package fr.livret.http;

import java.util.function.UnaryOperator;

/**
 * A hash nobody can compute without the key, so that a stored one tells nothing of what was hashed.
 * Every node computes the same.
 *
 * @param of the hash of a content
 */
public record KeyedHash(UnaryOperator<byte[]> of) {}
