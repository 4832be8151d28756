package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.evidence.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the evidence when the product ends, and where there never is any. */
class EvidenceKeptTest {
  private static final String CANDIDATE =
      """
      {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
      """;

  private static CommandLineProcess.Result livret(Path data, String verb) {
    return CommandLineProcess.run(data, verb, "--data=" + data);
  }

  @Test
  void a_product_that_ends_has_signed_everything_and_its_keys_are_kept(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    try (ProductProcess product = ProductProcess.start(data)) {
      assertThat(product.web().post("/api/candidates", CANDIDATE).status()).isEqualTo(201);
      assertThat(product.log()).contains("are signed by a new key: livret/");
    }
    Path keyFile = data.resolve("evidence.key");
    String key = new KeyFile(keyFile).known().toString();
    CommandLineProcess.Result verified = livret(data, "verify");
    assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    long events = Long.parseLong(verified.out().split(" ")[0]);
    assertThat(verified.out()).endsWith("signed up to position " + events + "\n");

    assertThat(livret(data, "rotate-key").status()).isZero();
    assertThat(livret(data, "rotate-key").err()).contains("the last rotation is still under way");
    try (ProductProcess again = ProductProcess.start(data)) {
      assertThat(again.log()).doesNotContain("are signed by a new key");
      assertThat(again.web().post("/api/candidates", CANDIDATE).status()).isEqualTo(201);
      CommandLineProcess.Result issued = livret(data, "checkpoint");
      assertThat(issued.status()).as(issued.err()).isZero();
      assertThat(new KeyFile(keyFile).known().open(issued.out()).checkpoint().size())
          .isGreaterThan(events);
    }
    assertThat(new KeyFile(keyFile).known().keys()).hasSize(2);
    assertThat(Files.readString(keyFile)).contains(key.split(" ")[0]).containsOnlyOnce("\nPRIVATE");
    assertThat(livret(data, "verify").status()).isZero();
  }

  @Test
  void of_another_store_it_is_said_that_there_is_none(@TempDir Path folder) {
    String url = TestPostgres.freshDatabaseUrl();
    try (ProductProcess product =
        ProductProcess.start(
            folder.resolve("data"),
            "--spring.datasource.url=" + url,
            "--event-store.engine=axon-jdbc")) {
      Web.Answer answer = product.web().get("/api/audit/checkpoint");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().path("code").stringValue()).isEqualTo("NO_EVIDENCE");
      assertThat(product.log()).contains("No evidence of tampering is kept");
      CommandLineProcess.Result verified =
          CommandLineProcess.run(folder, "verify", "--spring.datasource.url=" + url);
      assertThat(verified.err()).contains("there is no evidence in this database");
      assertThat(verified.status()).isEqualTo(2);
    }
  }
}
