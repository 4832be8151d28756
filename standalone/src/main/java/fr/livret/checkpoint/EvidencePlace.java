package fr.livret.checkpoint;

import fr.livret.evidence.EvidenceUnavailableException;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.KeyFile;
import fr.livret.evidence.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where what counts is kept outside the database.
 *
 * @param keyFile the keys of the checkpoints
 * @param folder the checkpoints
 */
public record EvidencePlace(Path keyFile, Path folder) {

  /**
   * The place an installation has.
   *
   * @param data its data folder, where the keys lie
   * @param folder of the checkpoints; null or blank for one in the data folder
   */
  public static EvidencePlace of(Path data, @Nullable String folder) {
    return new EvidencePlace(
        data.resolve("evidence.key"),
        folder == null || folder.isBlank() ? data.resolve("checkpoints") : Path.of(folder));
  }

  /**
   * Makes a first key where none is there.
   *
   * @param origin the name of the log; null for one by chance
   * @return the key made; empty where one is there already
   * @throws EvidenceRefused where one has been there, or stands for another origin, or cannot be
   *     made
   */
  Optional<VerifierKey> ensureKey(IssuedCheckpoints issued, @Nullable String origin) {
    try {
      if (Files.exists(keyFile)) {
        requireOrigin(origin);
        return Optional.empty();
      }
      requireNoneIssued(issued);
      Files.createDirectories(keyFile.toAbsolutePath().resolveSibling("."));
      KeyFile keys = new KeyFile(keyFile);
      return keys.create(origin == null ? "livret/" + UUID.randomUUID() : origin)
          ? Optional.of(keys.known().keys().getLast().key())
          : Optional.empty();
    } catch (IOException | EvidenceUnavailableException | IllegalArgumentException e) {
      throw new EvidenceRefused(
          "The keys of the checkpoints cannot be used: " + e.getMessage(),
          "Cure what it names; put " + keyFile + " back from your backup where it is damaged.",
          e);
    }
  }

  private void requireOrigin(@Nullable String origin) {
    String named = new KeyFile(keyFile).known().keys().getLast().key().name();
    if (origin != null && !origin.equals(named)) {
      throw new EvidenceRefused(
          "livret.evidence.origin is %s, and the keys in %s are of %s."
              .formatted(origin, keyFile, named),
          "A log keeps its name: leave the option out, or give it as it was.",
          null);
    }
  }

  /** A new key would make what the lost one signed look forged. */
  private void requireNoneIssued(IssuedCheckpoints issued) throws IOException {
    if (issued.latest().isPresent() || holdsCheckpoints()) {
      throw new EvidenceRefused(
          "Checkpoints of this log were issued, and their key file %s is not there."
              .formatted(keyFile),
          "Put it back from your backup. If it is lost for good, docs/evidence.md says how to begin"
              + " anew knowingly.",
          null);
    }
  }

  private boolean holdsCheckpoints() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.anyMatch(file -> file.toString().endsWith(".note"));
    }
  }
}
