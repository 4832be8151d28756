package fr.livret.query.reading;

import fr.livret.kernel.law.LegalBasis;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The text behind a rule.
 *
 * @param citation its words, or those of our reading
 * @param source as in {@code Arrêté du 9 mars 2006, art. 6}
 * @param mark S: the text was seen; 2: known from a secondary source; R: our recorded reading
 * @param rule the rule's full name, as in {@code TP-2006/1#window.length}
 * @param origin the file and line that state it
 */
@Schema(name = "LegalBasis", description = "The text behind a rule.")
public record Basis(
    @Schema(example = "une période de cinq ans maximum") String citation,
    String source,
    @Schema(description = "S text seen, 2 secondary source only, R our reading", example = "S")
        String mark,
    @Schema(example = "TP-2006/1#window.length") String rule,
    String origin) {

  /** As it is shown. */
  public static Basis of(LegalBasis basis) {
    return new Basis(
        basis.citation(), basis.source(), basis.mark().sign(), basis.rule(), basis.origin());
  }
}
