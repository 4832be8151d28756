package fr.livret.kernel.law;

/**
 * Why a rule holds.
 *
 * @param rule the rule's full name, regime and edition included, as in {@code
 *     TP-2006/1#window.length}
 * @param source the text it comes from, as in {@code Arrêté du 9 mars 2006, art. 6}
 * @param citation the words of that text, or of our reading
 * @param mark how surely it is known
 * @param origin the file and line that state it, as in {@code regimes/TP-2006.yaml:31}
 */
public record LegalBasis(String rule, String source, String citation, Mark mark, String origin) {}
