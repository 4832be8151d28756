package fr.livret.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.law.LegalBasis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered as asked (RFC 9457).
 *
 * @param type {@code urn:livret:problem:} and the code
 * @param title the reason, the same in every case
 * @param status of the answer
 * @param detail this case, as a sentence
 * @param code the reason, for programs
 * @param legalBasis the text behind a refusal by a rule
 * @param errors what is wrong with which field, where the request is malformed
 * @param facts the facts of the case, each a member of its own
 */
@Schema(description = "Why a request was not answered as asked (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    @Schema(example = "urn:livret:problem:CCP_ALREADY_HELD") String type,
    String title,
    @Schema(example = "409") int status,
    String detail,
    @Schema(example = "CCP_ALREADY_HELD") String code,
    @Nullable Basis legalBasis,
    @Nullable List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> facts) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * The text behind a refusal.
   *
   * @param citation its words, or those of our reading
   * @param source as in {@code Arrêté du 9 mars 2006, art. 6}
   * @param mark S: the text was seen; 2: known from a secondary source; R: our recorded reading
   * @param rule the rule's full name, as in {@code TP-2006/1#window.length}
   * @param origin the file and line that state it
   */
  @Schema(name = "LegalBasis", description = "The text behind a refusal.")
  public record Basis(String citation, String source, String mark, String rule, String origin) {
    static Basis of(LegalBasis basis) {
      return new Basis(
          basis.citation(), basis.source(), basis.mark().sign(), basis.rule(), basis.origin());
    }
  }
}
