package fr.livret.form.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fr.livret.kernel.person.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One key per person, wrapped by the master key in table {@code person_key}.
 *
 * <p>Unwrapped keys are kept in memory for {@link #KEPT}: a key destroyed on another node opens
 * nothing here after that. Nothing is kept of what was read inside a transaction, since a key made
 * there vanishes if it rolls back.
 */
final class PersonKeys {
  static final Duration KEPT = Duration.ofSeconds(5);
  private static final int AT_MOST = 20_000;

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final Cache<PersonId, PersonKey> known;

  PersonKeys(JdbcClient jdbc, MasterKey master, Ticker ticker) {
    this.jdbc = jdbc;
    this.master = master;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** The person's key, made now where there is none. */
  PersonKey findOrMake(PersonId person) {
    return find(person).orElseGet(() -> make(person));
  }

  Optional<PersonKey> find(PersonId person) {
    return Optional.ofNullable(findAll(Set.of(person)).get(person));
  }

  /** The keys there are of these persons, by one query for all that are not in memory. */
  Map<PersonId, PersonKey> findAll(Collection<PersonId> persons) {
    Map<PersonId, PersonKey> found = new HashMap<>(known.getAllPresent(persons));
    Set<PersonId> missing = new LinkedHashSet<>(persons);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      Map<PersonId, PersonKey> read = read(missing);
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        known.putAll(read);
      }
      found.putAll(read);
    }
    return found;
  }

  /** Of two who make one person's key at once, both get the one that was stored. */
  private PersonKey make(PersonId person) {
    jdbc.sql("insert into person_key (person, wrapped) values (?, ?) on conflict do nothing")
        .params(person.value(), wrappedNew(person))
        .update();
    return find(person)
        .orElseThrow(() -> new IllegalStateException("The key of " + person + " was not stored"));
  }

  void destroy(PersonId person) {
    jdbc.sql(
            """
            insert into person_key (person, wrapped, destroyed_at) values (?, null, now())
            on conflict (person) do update set wrapped = null, destroyed_at = excluded.destroyed_at
            where person_key.destroyed_at is null
            """)
        .param(person.value())
        .update();
    forget(person);
  }

  /** At once, and after the commit again: until then others still read the key. */
  private void forget(PersonId person) {
    known.invalidate(person);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              known.invalidate(person);
            }
          });
    }
  }

  private Map<PersonId, PersonKey> read(Set<PersonId> persons) {
    Map<PersonId, PersonKey> read = new HashMap<>();
    jdbc.sql("select person, wrapped from person_key where person = any(?)")
        .param(persons.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(row -> {
          PersonId person = new PersonId(row.getObject("person", UUID.class));
          read.put(person, unwrap(person, row.getBytes("wrapped")));
        });
    return read;
  }

  private PersonKey unwrap(PersonId person, byte @Nullable [] wrapped) {
    if (wrapped == null) {
      return new PersonKey.Destroyed();
    }
    try {
      return new PersonKey.Standing(
          TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master.aead(), boundTo(person))
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The key of " + person + " does not open under the master key", e);
    }
  }

  private byte[] wrappedNew(PersonId person) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          master.aead(),
          boundTo(person));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key can be made for " + person, e);
    }
  }

  /** So that a key moved to another person's row opens nothing. */
  private static byte[] boundTo(PersonId person) {
    return ("livret/person/" + person).getBytes(StandardCharsets.UTF_8);
  }

  /** What is known of a person's key. */
  sealed interface PersonKey {
    record Standing(Aead aead) implements PersonKey {}

    record Destroyed() implements PersonKey {}
  }
}
