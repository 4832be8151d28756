package fr.livret.evidence;

import fr.livret.evidence.NoteRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public keys whose signatures count, each with its time.
 *
 * <p>Their text is a line for each: the verifier key and since when it signs; of one that was
 * replaced also until when it did, and the size of the last checkpoint it signed. What is signed by
 * it and larger does not count: whoever comes by an old key can sign nothing new.
 *
 * @param keys in any order
 */
public record KnownKeys(List<Known> keys) {

  /**
   * A known key.
   *
   * @param key its public half
   * @param since when it began to sign
   * @param retired when and where it ended; null while it signs
   */
  public record Known(VerifierKey key, Instant since, @Nullable Retired retired) {

    private static Known parse(String line) {
      String[] parts = line.strip().split(" +");
      try {
        if (parts.length == 2 || parts.length == 4) {
          return new Known(
              VerifierKey.parse(parts[0]),
              Instant.parse(parts[1]),
              parts.length == 2
                  ? null
                  : new Retired(Instant.parse(parts[2]), Long.parseLong(parts[3])));
        }
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new IllegalArgumentException(noKey(line), e);
      }
      throw new IllegalArgumentException(noKey(line));
    }

    /** Its beginning is told only: in a key file it may be a private half, written wrongly. */
    private static String noKey(String line) {
      return "not the line of a key: %.12s...".formatted(line);
    }

    @Override
    public String toString() {
      return key + " " + since + (retired == null ? "" : " " + retired);
    }
  }

  /**
   * How a key ended.
   *
   * @param at when another one took its place
   * @param lastSize the size of the last checkpoint it signed
   */
  public record Retired(Instant at, long lastSize) {
    @Override
    public String toString() {
      return at + " " + lastSize;
    }
  }

  /** Makes one of keys that do not change any more. */
  public KnownKeys {
    keys = List.copyOf(keys);
  }

  /**
   * Reads the lines; those that are blank or begin with # are passed over.
   *
   * @throws IllegalArgumentException where another line is no key
   */
  public static KnownKeys parse(List<String> lines) {
    return new KnownKeys(
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Known::parse)
            .toList());
  }

  /**
   * Checks a note.
   *
   * @throws NoteRefusedException where it is no checkpoint that one of these keys signed in its
   *     time
   */
  public SignedCheckpoint open(String note) {
    Note read = Note.parse(note);
    Checkpoint checkpoint = Checkpoint.parse(read.text());
    byte[] text = read.text().getBytes(StandardCharsets.UTF_8);
    Known late = null;
    boolean signed = false;
    for (Note.Line line : read.signatures()) {
      Known known = known(line);
      if (known == null || !known.key().name().equals(checkpoint.origin())) {
        continue;
      }
      if (!known.key().verifies(text, line.signature())) {
        throw new NoteRefusedException(
            Reason.BAD_SIGNATURE, "the signature of key %s is wrong".formatted(known.key().id()));
      }
      if (known.retired() != null && checkpoint.size() > known.retired().lastSize()) {
        late = known;
      } else {
        signed = true;
      }
    }
    if (signed) {
      return new SignedCheckpoint(checkpoint, note);
    }
    throw late == null ? unknown(read) : retired(late);
  }

  private @Nullable Known known(Note.Line line) {
    for (Known known : keys) {
      if (known.key().hash() == line.hash() && known.key().name().equals(line.name())) {
        return known;
      }
    }
    return null;
  }

  private static NoteRefusedException unknown(Note note) {
    String signers =
        note.signatures().stream()
            .map(line -> "%s+%08x".formatted(line.name(), line.hash()))
            .collect(Collectors.joining(", "));
    return new NoteRefusedException(
        Reason.UNKNOWN_KEY, "it is signed by an unknown key: " + signers);
  }

  private static NoteRefusedException retired(Known late) {
    return new NoteRefusedException(
        Reason.RETIRED_KEY,
        "it is signed by key %s alone, which was replaced (%s)"
            .formatted(late.key().id(), late.retired()));
  }

  /** The lines of all keys. */
  @Override
  public String toString() {
    return keys.stream().map(known -> known + "\n").collect(Collectors.joining());
  }
}
