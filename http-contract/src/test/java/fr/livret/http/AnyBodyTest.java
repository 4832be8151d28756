package fr.livret.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Whatever is sent, the product is never at fault. */
class AnyBodyTest {
  private static @Nullable ServletWebServerApplicationContext app;

  @BeforeContainer
  static void start() {
    app =
        (ServletWebServerApplicationContext)
            SpringApplication.run(TestApp.class, "--server.port=0", "--server.address=127.0.0.1");
  }

  @AfterContainer
  static void stop() {
    Objects.requireNonNull(app).close();
  }

  private static int answerTo(byte[] body) {
    int port = Objects.requireNonNull(Objects.requireNonNull(app).getWebServer()).getPort();
    return new Caller(port).send("POST", "/api/things", body).statusCode();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void arbitrary_bytes_are_never_a_fault_of_the_product(@ForAll byte[] body) {
    assertThat(answerTo(body)).isBetween(400, 499);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void arbitrary_json_is_never_a_fault_of_the_product(@ForAll("objects") String body) {
    assertThat(answerTo(body.getBytes(StandardCharsets.UTF_8))).isBetween(200, 499);
  }

  @Provide
  Arbitrary<String> objects() {
    Arbitrary<String> field =
        Arbitraries.of(
            "familyName",
            "birthDate",
            "count",
            "flag",
            "points",
            "candidateId",
            "evaluators",
            "evidence",
            "role",
            "x");
    Arbitrary<String> member =
        Combinators.combine(field, values(2)).as((name, value) -> "\"" + name + "\":" + value);
    return member.list().ofMaxSize(6).map(it -> "{" + String.join(",", it) + "}");
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> text =
        Arbitraries.strings()
            .ofMaxLength(8)
            .map(it -> "\"" + it.replaceAll("[\\\\\"\\p{Cntrl}]", "") + "\"");
    Arbitrary<String> leaf =
        Arbitraries.oneOf(
            text,
            Arbitraries.doubles().map(String::valueOf),
            Arbitraries.integers().map(String::valueOf),
            Arbitraries.of(
                "null",
                "true",
                "\"1990-01-01\"",
                "\"TRAINER\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "1e999999999",
                "-0",
                "{}",
                "[]",
                "\"EFA\""));
    if (depth == 0) {
      return leaf;
    }
    return Arbitraries.oneOf(
        leaf,
        values(depth - 1).list().ofMaxSize(3).map(it -> "[" + String.join(",", it) + "]"),
        values(depth - 1).map(it -> "{\"role\":" + it + "}"));
  }
}
