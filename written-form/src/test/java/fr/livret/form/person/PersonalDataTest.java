package fr.livret.form.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {
  private static final MasterKey MASTER =
      MasterKey.parse(Base64.getEncoder().encodeToString(new byte[32]), "the test");

  private final DataSource database = TestPostgres.freshDatabase();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final PersonId person = new PersonId(UUID.randomUUID());

  @BeforeAll
  void tables() {
    Flyway.configure().dataSource(database).load().migrate();
  }

  private PersonalData node() {
    return PersonalData.open(jdbc, MASTER);
  }

  @Test
  void what_one_node_seals_another_opens() {
    SealedText sealed = node().seal(person, "familyName", "Nguyễn-Dupré 🎓 مريم");
    assertThat(node().open(sealed, "familyName")).contains("Nguyễn-Dupré 🎓 مريم");
  }

  @Test
  void the_same_text_is_never_sealed_alike_twice() {
    PersonalData data = node();
    assertThat(data.seal(person, "familyName", "Dupré"))
        .isNotEqualTo(data.seal(person, "familyName", "Dupré"));
  }

  @Test
  void a_text_sealed_as_one_field_does_not_open_as_another() {
    PersonalData data = node();
    SealedText sealed = data.seal(person, "familyName", "Dupré");
    assertThatThrownBy(() -> data.open(sealed, "birthPlace"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("birthPlace");
  }

  @Test
  void a_text_of_one_person_does_not_open_as_anothers() {
    PersonalData data = node();
    PersonId other = new PersonId(UUID.randomUUID());
    data.seal(other, "familyName", "Autre");
    SealedText moved = new SealedText(other, data.seal(person, "familyName", "Dupré").ciphertext());
    assertThatThrownBy(() -> data.open(moved, "familyName"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_altered_text_does_not_open() {
    PersonalData data = node();
    data.seal(person, "familyName", "Dupré");
    assertThatThrownBy(() -> data.open(new SealedText(person, "not base64!"), "familyName"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_person_without_a_key_is_a_fault_and_not_an_erasure() {
    PersonId nobody = new PersonId(UUID.randomUUID());
    assertThatThrownBy(() -> node().open(new SealedText(nobody, "AAAA"), "familyName"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no key");
    assertThat(node().isDestroyed(nobody)).isFalse();
  }

  @Test
  void once_destroyed_a_key_opens_nothing_and_is_never_made_again() {
    PersonalData data = node();
    PersonId erased = new PersonId(UUID.randomUUID());
    SealedText sealed = data.seal(erased, "familyName", "Dupré");
    data.destroy(erased);
    data.destroy(erased);
    assertThat(data.isDestroyed(erased)).isTrue();
    assertThat(data.open(sealed, "familyName")).isEmpty();
    assertThat(node().open(sealed, "familyName")).isEmpty();
    assertThatThrownBy(() -> data.seal(erased, "familyName", "Dupré"))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.code()).isEqualTo(Refused.CANDIDATE_ERASED));
    assertThat(wrappedKeysOf(erased)).isZero();
  }

  @Test
  void a_person_whose_key_is_destroyed_before_it_was_made_gets_none() {
    PersonId erased = new PersonId(UUID.randomUUID());
    node().destroy(erased);
    assertThatThrownBy(() -> node().seal(erased, "familyName", "Dupré"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_key_destroyed_on_another_node_opens_nothing_five_seconds_later() {
    AtomicLong nanos = new AtomicLong();
    Ticker clock = nanos::get;
    PersonalData here = PersonalData.open(jdbc, MASTER, clock);
    PersonId erased = new PersonId(UUID.randomUUID());
    SealedText sealed = here.seal(erased, "familyName", "Dupré");
    node().destroy(erased);
    nanos.addAndGet(PersonKeys.KEPT.toNanos());
    assertThat(here.open(sealed, "familyName")).isEmpty();
  }

  @Test
  void a_list_is_opened_with_the_keys_of_all_its_persons() {
    PersonalData data = node();
    List<PersonId> persons =
        IntStream.range(0, 100).mapToObj(_ -> new PersonId(UUID.randomUUID())).toList();
    List<SealedText> names =
        persons.stream().map(it -> data.seal(it, "familyName", "Nom de " + it)).toList();
    data.destroy(persons.get(7));
    PersonalData.Reading reading = node().reading(persons);
    assertThat(names)
        .filteredOn(it -> !it.person().equals(persons.get(7)))
        .allSatisfy(
            it -> assertThat(reading.open(it, "familyName")).contains("Nom de " + it.person()));
    assertThat(reading.open(names.get(7), "familyName")).isEmpty();
  }

  @Test
  void many_who_make_one_persons_key_at_once_all_use_the_same() throws Exception {
    PersonId contested = new PersonId(UUID.randomUUID());
    int nodes = 16;
    CyclicBarrier together = new CyclicBarrier(nodes);
    try (var threads = Executors.newFixedThreadPool(nodes)) {
      List<Callable<SealedText>> sealings =
          IntStream.range(0, nodes)
              .<Callable<SealedText>>mapToObj(number ->
                  () -> {
                    PersonalData own = node();
                    together.await();
                    return own.seal(contested, "familyName", "Nom " + number);
                  })
              .toList();
      List<Future<SealedText>> sealed = threads.invokeAll(sealings);
      PersonalData reader = node();
      for (int number = 0; number < nodes; number++) {
        assertThat(reader.open(sealed.get(number).get(), "familyName")).contains("Nom " + number);
      }
    }
    assertThat(wrappedKeysOf(contested)).isOne();
  }

  @Test
  void a_key_made_in_a_transaction_that_rolls_back_is_not_used_afterwards() {
    PersonalData data = node();
    PersonId unlucky = new PersonId(UUID.randomUUID());
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(transaction -> {
          data.seal(unlucky, "familyName", "Dupré");
          transaction.setRollbackOnly();
        });
    SealedText sealed = data.seal(unlucky, "familyName", "Dupré");
    assertThat(node().open(sealed, "familyName")).contains("Dupré");
  }

  @Test
  void nothing_in_the_tables_is_clear() {
    node().seal(person, "familyName", "Dupré-Reconnaissable");
    String tables =
        jdbc.sql(
                """
                select (select string_agg(encode(wrapped, 'escape') || person, '') from person_key)
                    || (select encode(wrapped, 'escape') from fingerprint_key)
                """)
            .query(String.class)
            .single();
    assertThat(Objects.requireNonNull(tables)).contains(person.toString()).doesNotContain("Dupr");
  }

  @Test
  void a_database_written_under_another_master_key_is_refused_and_left_alone() {
    node();
    byte[] before = fingerprintKey();
    byte[] other = new byte[32];
    other[0] = 1;
    MasterKey wrong = MasterKey.parse(Base64.getEncoder().encodeToString(other), "OTHER");
    assertThatThrownBy(() -> PersonalData.open(jdbc, wrong))
        .isInstanceOf(MasterKeyRefused.class)
        .hasMessageContaining("written under another master key than the one in OTHER");
    assertThat(fingerprintKey()).isEqualTo(before);
  }

  @Test
  void fingerprints_and_derived_ids_are_the_same_on_every_node_and_apart_from_each_other() {
    byte[] body = "{\"familyName\":\"Dupré\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(node().fingerprint(body)).hasSize(32).isEqualTo(node().fingerprint(body));
    UUID id = node().deriveId("candidate", "key-1");
    assertThat(id).isEqualTo(node().deriveId("candidate", "key-1"));
    assertThat(id).isNotEqualTo(node().deriveId("path", "key-1"));
    assertThat(id).isNotEqualTo(node().deriveId("candidate", "key-2"));
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  private byte[] fingerprintKey() {
    return jdbc.sql("select wrapped from fingerprint_key").query(byte[].class).single();
  }

  private int wrappedKeysOf(PersonId of) {
    return jdbc.sql("select count(wrapped) from person_key where person = ?")
        .param(of.value())
        .query(Integer.class)
        .single();
  }
}
