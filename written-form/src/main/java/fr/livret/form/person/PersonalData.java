package fr.livret.form.person;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import fr.livret.form.person.PersonKeys.PersonKey;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals and opens personal data, and destroys the key they need. Safe for several threads and
 * several nodes.
 */
public final class PersonalData {
  private static final ScopedValue<Boolean> REHEARSING = ScopedValue.newInstance();

  private final PersonKeys keys;
  private final Fingerprints fingerprints;

  private PersonalData(PersonKeys keys, Fingerprints fingerprints) {
    this.keys = keys;
    this.fingerprints = fingerprints;
  }

  /**
   * Opens the keys of this database.
   *
   * @throws MasterKeyRefused when the database was written under another master key
   */
  public static PersonalData open(JdbcClient jdbc, MasterKey master) {
    return open(jdbc, master, Ticker.systemTicker());
  }

  static PersonalData open(JdbcClient jdbc, MasterKey master, Ticker ticker) {
    return new PersonalData(new PersonKeys(jdbc, master, ticker), Fingerprints.open(jdbc, master));
  }

  /**
   * Seals a text under the person's key, made now where there is none yet.
   *
   * @param field what the text is, as in {@code familyName}; it opens as nothing else
   * @throws Refusal {@link Refused#CANDIDATE_ERASED} when the key was destroyed
   */
  public SealedText seal(PersonId person, String field, String clear) {
    if (REHEARSING.isBound()) {
      return rehearsed(person);
    }
    return switch (keys.findOrMake(person)) {
      case PersonKey.Standing(Aead aead) -> seal(aead, person, field, clear);
      case PersonKey.Destroyed _ ->
          throw Refusal.of(Refused.CANDIDATE_ERASED, Map.of("person", person.toString()));
    };
  }

  private static SealedText seal(Aead aead, PersonId person, String field, String clear) {
    try {
      byte[] sealed = aead.encrypt(clear.getBytes(StandardCharsets.UTF_8), boundTo(person, field));
      return new SealedText(person, Base64.getEncoder().encodeToString(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Field " + field + " of " + person + " cannot be sealed", e);
    }
  }

  /**
   * The clear text; empty once the person's key is destroyed.
   *
   * @throws IllegalStateException when it was sealed for another person or field, or was altered
   */
  public Optional<String> open(SealedText text, String field) {
    return reading(Set.of(text.person())).open(text, field);
  }

  /** Opens many texts of these persons: their keys are fetched at once. */
  public Reading reading(Collection<PersonId> persons) {
    return new Reading(keys.findAll(persons));
  }

  /** Destroys the person's key for ever. Destroying it again does nothing. */
  public void destroy(PersonId person) {
    if (!REHEARSING.isBound()) {
      keys.destroy(person);
    }
  }

  /**
   * Does work whose facts are not kept: nothing is sealed then, since nobody will open it, and no
   * key is made or destroyed. A destroyed key refuses as ever.
   */
  public static <T> T rehearsing(Supplier<T> work) {
    return ScopedValue.where(REHEARSING, true).call(work::get);
  }

  private SealedText rehearsed(PersonId person) {
    if (isDestroyed(person)) {
      throw Refusal.of(Refused.CANDIDATE_ERASED, Map.of("person", person.toString()));
    }
    return new SealedText(person, "");
  }

  /** Whether the person's key was destroyed. */
  public boolean isDestroyed(PersonId person) {
    return keys.find(person).filter(PersonKey.Destroyed.class::isInstance).isPresent();
  }

  /** A keyed hash of 32 bytes, the same for the same content in this database. */
  public byte[] fingerprint(byte[] content) {
    return fingerprints.of(content);
  }

  /**
   * An id that follows from a text, the same each time in this database, and that nobody without
   * the key can foresee.
   *
   * @param purpose what it is the id of: one text gives unrelated ids for two purposes
   */
  public UUID deriveId(String purpose, String text) {
    return fingerprints.id(purpose, text);
  }

  private static byte[] boundTo(PersonId person, String field) {
    return (person + "/" + field).getBytes(StandardCharsets.UTF_8);
  }

  /** The keys of some persons, as they stood when it was made. */
  public static final class Reading {
    private final Map<PersonId, PersonKey> keys;

    private Reading(Map<PersonId, PersonKey> keys) {
      this.keys = keys;
    }

    /** As {@link PersonalData#open(SealedText, String)}, for the persons it was made for. */
    public Optional<String> open(SealedText text, String field) {
      PersonId person = text.person();
      PersonKey key = keys.get(person);
      if (key == null) {
        // Never taken for an erasure: a lost key is a fault, not a right exercised.
        throw new IllegalStateException("There is no key of " + person);
      }
      return switch (key) {
        case PersonKey.Standing(Aead aead) -> Optional.of(open(aead, text, field));
        case PersonKey.Destroyed _ -> Optional.empty();
      };
    }

    private static String open(Aead aead, SealedText text, String field) {
      try {
        byte[] sealed = Base64.getDecoder().decode(text.ciphertext());
        return new String(
            aead.decrypt(sealed, boundTo(text.person(), field)), StandardCharsets.UTF_8);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IllegalStateException(
            "Field " + field + " of " + text.person() + " does not open", e);
      }
    }
  }
}
