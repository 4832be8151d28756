package fr.livret.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field where it stands, as in {@code evaluators[0].role}; {@code body} for the whole body,
 *     else the name of a parameter or header
 * @param message what is expected there
 */
public record FieldError(String field, String message) {}
