package fr.livret.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTest {

  @Test
  void software_is_known_by_what_it_says_of_itself() {
    assertThat(Client.of("registry/2.1 (Linux)")).hasValue("registry/2.1 (Linux)");
    assertThat(Client.of(null)).isEmpty();
    assertThat(Client.of("  ")).isEmpty();
  }

  @Test
  void what_is_long_or_cannot_be_printed_refuses_nothing() {
    assertThat(Client.of("a".repeat(100))).hasValue("a".repeat(100));
    assertThat(Client.of("a".repeat(101))).hasValue("a".repeat(100));
    assertThat(Client.of("\u0007caf\u00e9/1\u0000")).hasValue("caf/1");
    assertThat(Client.of("\u00e9")).isEmpty();
  }
}
