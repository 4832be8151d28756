package fr.livret.http;

import java.util.Set;

/**
 * The addresses whose POST reads its body as it comes, whatever its length, and repeats nothing by
 * Idempotency-Key: they have a way of their own to be sent again.
 */
public record StreamedBodies(Set<String> addresses) {
  public StreamedBodies {
    addresses = Set.copyOf(addresses);
  }
}
