package fr.livret.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of the keys, apart from the database: the lines of {@link KnownKeys}, and the private
 * half of the one that signs. Whoever has it can sign in the product's name.
 *
 * <p>Between a rotation and the next checkpoint it has two private halves. Both sign that
 * checkpoint; then the older one is let go of, and its public half stays with its time.
 */
public final class KeyFile {
  private static final String HEADER =
      """
      # The keys of the checkpoints. Keep this file secret, apart from the database, and keep a copy.
      # Public halves alone may be given to anybody who is to verify: the lines without PRIVATE.
      """;

  private final Path file;

  /** What is in the file. */
  record Content(KnownKeys known, List<SigningKey> signing) {}

  /** The keys in that file, be they there already or made later. */
  public KeyFile(Path file) {
    this.file = file;
  }

  /**
   * Makes the file with a first key, unless it is there.
   *
   * @param origin the name of the log and of its keys, such as {@code livret.example.org/register}
   * @return whether it was made
   */
  public boolean create(String origin) {
    if (Files.exists(file)) {
      return false;
    }
    SigningKey first = SigningKey.generate(origin);
    write(new Content(new KnownKeys(List.of(began(first))), List.of(first)));
    return true;
  }

  /**
   * Lets a new key sign from the next checkpoint on, which the old one signs as well.
   *
   * @throws IllegalStateException where the last rotation still waits for its checkpoint
   */
  public VerifierKey rotate() {
    Content old = read();
    if (old.signing().size() > 1) {
      throw new IllegalStateException(
          "the last rotation is still under way: it ends with the next checkpoint");
    }
    SigningKey next = SigningKey.generate(old.signing().getFirst().verifier().name());
    List<KnownKeys.Known> known = new ArrayList<>(old.known().keys());
    known.add(began(next));
    write(new Content(new KnownKeys(known), List.of(old.signing().getFirst(), next)));
    return next.verifier();
  }

  private static KnownKeys.Known began(SigningKey key) {
    return new KnownKeys.Known(key.verifier(), now(), null);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Ends a rotation: lets go of every private half but the newest. */
  void retireAllButNewest(long lastSize) {
    Content content = read();
    SigningKey newest = content.signing().getLast();
    KnownKeys.Retired retired = new KnownKeys.Retired(now(), lastSize);
    List<KnownKeys.Known> known =
        content.known().keys().stream()
            .map(key ->
                key.retired() != null || key.key().equals(newest.verifier())
                    ? key
                    : new KnownKeys.Known(key.key(), key.since(), retired))
            .toList();
    write(new Content(new KnownKeys(known), List.of(newest)));
  }

  /** The public halves. */
  public KnownKeys known() {
    return read().known();
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException where it is no such file, or has no key that signs
   */
  Content read() {
    List<String> known = new ArrayList<>();
    List<String> secret = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        (line.strip().startsWith(SigningKey.PREFIX) ? secret : known).add(line.strip());
      }
    } catch (IOException e) {
      throw new EvidenceUnavailableException("could not read the key file " + file, e);
    }
    KnownKeys keys = KnownKeys.parse(known);
    List<SigningKey> signing = secret.stream().map(line -> paired(line, keys)).toList();
    if (signing.isEmpty()) {
      throw new IllegalArgumentException("there is no private key in " + file);
    }
    return new Content(keys, signing);
  }

  private SigningKey paired(String line, KnownKeys keys) {
    for (KnownKeys.Known known : keys.keys()) {
      if (line.startsWith(SigningKey.PREFIX + known.key().id() + "+")) {
        return SigningKey.parse(line, known.key());
      }
    }
    throw new IllegalArgumentException("a private key in " + file + " has no public half there");
  }

  private void write(Content content) {
    StringBuilder text = new StringBuilder(HEADER);
    content.signing().forEach(key -> text.append(key.text()).append('\n'));
    text.append(content.known());
    try {
      DurableFile.writeSecret(file, text.toString());
    } catch (IOException e) {
      throw new EvidenceUnavailableException("could not write the key file " + file, e);
    }
  }
}
