package fr.livret.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.evidence.EvidenceSchema;
import fr.livret.evidence.IssuedCheckpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidencePlaceTest {
  private static final String ORIGIN = "livret.test/register";

  @TempDir private Path data = Path.of("");
  private final DataSource database = TestPostgres.freshDatabase();
  private final IssuedCheckpoints issued = new IssuedCheckpoints(database);
  private EvidencePlace place = EvidencePlace.of(data, null);

  @BeforeEach
  void tables() {
    EventStoreSchema.bringUpToDate(database);
    EvidenceSchema.bringUpToDate(database);
    place = EvidencePlace.of(data.resolve("new"), " ");
  }

  @Test
  void the_first_start_makes_a_key_and_the_next_ones_keep_it() throws IOException {
    assertThat(place.ensureKey(issued, ORIGIN))
        .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo(ORIGIN));
    String made = Files.readString(place.keyFile());
    assertThat(place.ensureKey(issued, ORIGIN)).isEmpty();
    assertThat(place.ensureKey(issued, null)).isEmpty();
    assertThat(Files.readString(place.keyFile())).isEqualTo(made);
  }

  @Test
  void a_log_without_a_name_gets_one_by_chance() {
    assertThat(place.ensureKey(issued, null))
        .hasValueSatisfying(key -> assertThat(key.name()).matches("livret/[0-9a-f-]{36}"));
  }

  @Test
  void a_log_does_not_change_its_name() {
    assertThat(place.ensureKey(issued, ORIGIN)).isPresent();
    assertThatThrownBy(() -> place.ensureKey(issued, "other"))
        .isInstanceOf(EvidenceRefused.class)
        .hasMessageContaining("livret.evidence.origin is other")
        .hasMessageContaining("are of " + ORIGIN);
  }

  @Test
  void a_lost_key_is_not_made_anew() throws IOException {
    Files.createDirectories(place.folder().resolve("00000000"));
    Files.writeString(place.folder().resolve("00000000/000000000001.note"), "");
    assertThatThrownBy(() -> place.ensureKey(issued, ORIGIN))
        .isInstanceOf(EvidenceRefused.class)
        .hasMessageContaining("were issued, and their key file");
  }

  @Test
  void a_damaged_key_is_said_to_be() throws IOException {
    assertThat(place.ensureKey(issued, ORIGIN)).isPresent();
    Files.writeString(place.keyFile(), "no key");
    assertThatThrownBy(() -> place.ensureKey(issued, ORIGIN))
        .isInstanceOf(EvidenceRefused.class)
        .hasMessageContaining("not the line of a key");
  }

  @Test
  void a_wrong_setting_is_named() {
    wrong("livret.evidence.every", null, null, Duration.ofMinutes(2));
    wrong("livret.evidence.every", null, null, Duration.ZERO);
    wrong("livret.evidence.origin", null, "two words", Duration.ofSeconds(1));
    wrong("livret.evidence.webhook", "ftp://host", null, Duration.ofSeconds(1));
    wrong("livret.evidence.webhook", "http:// x", null, Duration.ofSeconds(1));
    EvidenceSettings blank = new EvidenceSettings("", " ", "", Duration.ofSeconds(1));
    assertThat(blank.receiver()).isNull();
    assertThat(blank.origin()).isNull();
  }

  private static void wrong(
      String option, @Nullable String webhook, @Nullable String origin, Duration every) {
    assertThatThrownBy(() -> new EvidenceSettings(null, webhook, origin, every))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(option);
  }
}
