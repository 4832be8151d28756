package fr.livret.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** With what a request was made, as its header User-Agent says: {@code registry/2.1}. */
final class Client {
  static final String HEADER = HttpHeaders.USER_AGENT;
  private static final int LONGEST = 100;

  private Client() {}

  /**
   * The client; empty without the header. No request is refused for what its software sends of its
   * own: of what is longer the beginning counts, and of what is not printable ASCII nothing.
   */
  static Optional<String> of(@Nullable String header) {
    return Optional.ofNullable(header)
        .map(text -> text.replaceAll("[^ -~]", "").strip())
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
        .filter(text -> !text.isEmpty());
  }
}
