package fr.livret.kernel.person;

/**
 * Personal data as facts carry it: ciphertext under the person's own key. Once that key is
 * destroyed nobody can read it again, and the facts around it still stand.
 *
 * @param person whose key opens it
 * @param ciphertext base64
 */
public record SealedText(PersonId person, String ciphertext) {}
