package fr.livret.form.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class MasterKeyTest {
  private final PersonId person = new PersonId(UUID.randomUUID());
  private final DataSource database = TestPostgres.freshDatabase();
  @TempDir private Path folder;

  private PersonalData start(Map<String, String> settings) {
    Flyway.configure().dataSource(database).load().migrate();
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return new PersonalDataConfiguration().personalData(JdbcClient.create(database), environment);
  }

  private Map<String, String> dataIn(Path where) {
    return Map.of("livret.data", where.toString());
  }

  @Test
  void the_first_start_makes_a_key_file_for_its_owner_alone_and_the_next_start_uses_it()
      throws Exception {
    Path data = folder.resolve("new/data");
    SealedText sealed = start(dataIn(data)).seal(person, "familyName", "Dupré");
    Path file = data.resolve("master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(data.toFile().list()).containsExactly("master.key");
    assertThat(start(dataIn(data)).open(sealed, "familyName")).contains("Dupré");
  }

  @Test
  void a_key_file_that_vanished_is_not_replaced() {
    start(dataIn(folder));
    Path elsewhere = folder.resolve("elsewhere");
    assertThatThrownBy(() -> start(dataIn(elsewhere)))
        .isInstanceOf(MasterKeyRefused.class)
        .hasMessageContaining("its master key is not in " + elsewhere.resolve("master.key"));
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void another_key_than_the_first_one_is_refused() {
    start(dataIn(folder));
    String other = Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> start(Map.of("LIVRET_MASTER_KEY", other)))
        .isInstanceOf(MasterKeyRefused.class)
        .hasMessageContaining("another master key than the one in LIVRET_MASTER_KEY");
  }

  @Test
  void the_environment_goes_before_the_files() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    start(Map.of("LIVRET_MASTER_KEY", key, "livret.data", folder.toString()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_named_by_a_setting_must_be_there() {
    Path named = folder.resolve("named.key");
    Map<String, String> settings = Map.of("livret.personal-data.master-key-file", named.toString());
    assertThatThrownBy(() -> start(settings))
        .isInstanceOf(MasterKeyRefused.class)
        .hasMessageContaining(named.toString());
    assertThat(named).doesNotExist();
  }

  @Test
  void a_rotated_keyset_opens_what_the_first_key_wrapped() throws Exception {
    AeadConfig.register();
    KeysetHandle first = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    SealedText sealed =
        start(Map.of("LIVRET_MASTER_KEY", written(first))).seal(person, "familyName", "Dupré");
    KeysetHandle rotated =
        KeysetHandle.newBuilder(first)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
            .build();
    assertThat(start(Map.of("LIVRET_MASTER_KEY", written(rotated))).open(sealed, "familyName"))
        .contains("Dupré");
  }

  private static String written(KeysetHandle keyset) throws Exception {
    String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64 at all!", "c2hvcnQ=", "e30=", ""})
  void what_is_no_key_is_refused_without_being_quoted(String text) {
    assertThatThrownBy(() -> MasterKey.parse(text, "the test"))
        .isInstanceOf(MasterKeyRefused.class)
        .hasNoCause()
        .hasMessageContaining("the test")
        .message()
        .matches(message -> text.isEmpty() || !message.contains(text));
  }

  @Test
  void an_empty_key_file_is_refused_and_kept() throws Exception {
    Path file = Files.createFile(folder.resolve("master.key"));
    assertThatThrownBy(() -> start(dataIn(folder))).isInstanceOf(MasterKeyRefused.class);
    assertThat(file).isEmptyFile();
  }

  @Test
  void of_many_first_starts_at_once_one_key_remains_and_all_use_it() throws Exception {
    Path file = folder.resolve("master.key");
    int starts = 16;
    CyclicBarrier together = new CyclicBarrier(starts);
    try (var threads = Executors.newFixedThreadPool(starts)) {
      var read =
          IntStream.range(0, starts)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    together.await();
                    MasterKeyFile.create(file);
                    return MasterKeyFile.read(file);
                  }))
              .toList();
      for (var key : read) {
        assertThat(key.get()).isEqualTo(Files.readString(file));
      }
    }
    assertThat(folder.toFile().list()).containsExactly("master.key");
  }
}
