package fr.livret.form.event;

import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/**
 * What is kept beside a fact: who brought it, with what, by which request and command, where it was
 * read, and on the first fact of a decision the decision. Texts only, never personal data in clear.
 *
 * @param actor the account or system that acted
 * @param request the exchange it came with
 * @param client the software the exchange was made with, as it says of itself
 * @param command the command it follows from
 * @param provenance where it was read, for a fact that an import brought
 * @param decision the entry of the journal as JSON; on the first fact of each decision
 */
public record FactMetadata(
    Optional<String> actor,
    Optional<String> request,
    Optional<String> client,
    Optional<String> command,
    Optional<Provenance> provenance,
    Optional<String> decision) {
  public static final String ACTOR = "actor";
  public static final String REQUEST = "requestId";
  public static final String CLIENT = "client";
  public static final String COMMAND = "commandId";
  public static final String IMPORT = "import";
  public static final String IMPORT_LINE = "importLine";
  public static final String DOCUMENT = "document";
  public static final String CONFIDENCE = "confidence";
  public static final String DECISION = "decision";

  /**
   * Where a fact was read.
   *
   * @param batch the import that brought it
   * @param line its line there, from 1
   * @param document the paper or file behind it
   * @param confidence how sure the reading is: CERTAIN, PROBABLE or UNCERTAIN
   */
  public record Provenance(
      String batch, long line, Optional<String> document, Optional<String> confidence) {}

  /** The names of what every fact of a command carries; the decision goes with the first alone. */
  public static String[] names() {
    return new String[] {
      ACTOR, REQUEST, CLIENT, COMMAND, IMPORT, IMPORT_LINE, DOCUMENT, CONFIDENCE
    };
  }

  /** Reads them off a message. */
  public static FactMetadata of(MetaData metadata) {
    return new FactMetadata(
        text(metadata, ACTOR),
        text(metadata, REQUEST),
        text(metadata, CLIENT),
        text(metadata, COMMAND),
        text(metadata, IMPORT)
            .map(batch ->
                new Provenance(
                    batch,
                    text(metadata, IMPORT_LINE).map(Long::parseLong).orElse(0L),
                    text(metadata, DOCUMENT),
                    text(metadata, CONFIDENCE))),
        text(metadata, DECISION));
  }

  private static Optional<String> text(Map<String, ?> metadata, String name) {
    return Optional.ofNullable(metadata.get(name)).map(Object::toString);
  }
}
