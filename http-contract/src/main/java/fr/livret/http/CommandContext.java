package fr.livret.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a write says besides its body. A controller takes it as a parameter.
 *
 * @param actor who acts, as declared and not verified; {@code anonymous} where nobody is
 * @param requestId of this request, also answered and logged
 * @param client the software the request was made with, as it says of itself; empty where it says
 *     nothing
 * @param commandId what the aggregate remembers so that a repeated request has no second effect: a
 *     keyed hash of the Idempotency-Key; empty without one
 * @param ifMatch the version the write expects; empty where any will do
 * @param provenance where it was read; empty where the actor declares it
 */
public record CommandContext(
    String actor,
    String requestId,
    Optional<String> client,
    Optional<String> commandId,
    OptionalLong ifMatch,
    Optional<Provenance> provenance) {

  /** A write its actor declares. */
  public CommandContext(
      String actor,
      String requestId,
      Optional<String> client,
      Optional<String> commandId,
      OptionalLong ifMatch) {
    this(actor, requestId, client, commandId, ifMatch, Optional.empty());
  }

  /**
   * An id for what this write creates. A repeated request gives the same one, so that it cannot
   * create a second; without an Idempotency-Key it is random.
   *
   * @param purpose tells apart the ids one request needs, as in {@code candidate} or {@code
   *     path/17}
   */
  public UUID newId(String purpose) {
    return commandId.map(command -> derived(command + "/" + purpose)).orElseGet(UUID::randomUUID);
  }

  /** The command id is a keyed hash already: nobody can foresee what follows from it. */
  private static UUID derived(String source) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      var bytes = ByteBuffer.wrap(hash);
      // Version 8, variant 1 (RFC 9562): a UUID whose bits have a meaning of our own.
      return new UUID(
          (bytes.getLong() & 0xffffffffffff0fffL) | 0x8000L,
          (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
