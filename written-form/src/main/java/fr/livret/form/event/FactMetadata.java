package fr.livret.form.event;

import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/**
 * What is kept beside a fact: who brought it, by which request and which command. Texts only, never
 * personal data.
 *
 * @param actor the account or system that acted
 * @param request the exchange it came with
 * @param command the command it follows from
 */
public record FactMetadata(
    Optional<String> actor, Optional<String> request, Optional<String> command) {
  public static final String ACTOR = "actor";
  public static final String REQUEST = "requestId";
  public static final String COMMAND = "commandId";

  /** Reads them off a message. */
  public static FactMetadata of(MetaData metadata) {
    return new FactMetadata(
        text(metadata, ACTOR), text(metadata, REQUEST), text(metadata, COMMAND));
  }

  private static Optional<String> text(Map<String, ?> metadata, String name) {
    return Optional.ofNullable(metadata.get(name)).map(Object::toString);
  }
}
