package fr.livret.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder outside the database where every checkpoint lies in a file of its own, named by its
 * size: {@code 00000012/000000123456.note}. Files are added and never changed. A note from
 * elsewhere may be laid beside them, with something behind the size: {@code
 * 000000123456-auditor.note}.
 */
public final class CheckpointFolder {
  private static final long SIZES_PER_FOLDER = 10_000;
  private static final Pattern FOLDER = Pattern.compile("[0-9]{8,}");
  private static final Pattern FILE = Pattern.compile("([0-9]{12,18})(-.*)?\\.note");

  private final Path folder;

  /** A checkpoint in the folder: the size its name tells, and where it is. */
  record Entry(long size, Path file) {
    /** What is in the file; bytes that are no text are replaced, and no signature fits them. */
    String note() {
      try {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new EvidenceUnavailableException("could not read the checkpoint " + file, e);
      }
    }
  }

  /** The checkpoints in that folder, which is made with the first of them. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Adds a checkpoint; it is durable when this returns.
   *
   * @throws InconsistentLogException where there is another one of that size
   */
  void add(long size, String note) {
    Path file = folder.resolve("%08d/%012d.note".formatted(size / SIZES_PER_FOLDER, size));
    try {
      if (Files.exists(file)) {
        throw new InconsistentLogException(
            "there is a checkpoint of size %d already: %s".formatted(size, file));
      }
      Path home = file.resolveSibling(".");
      if (!Files.exists(home)) {
        Path parent = folder.toAbsolutePath().resolveSibling(".");
        Files.createDirectories(home);
        DurableFile.giveToOwnerOf(parent, folder);
        DurableFile.giveToOwnerOf(folder, home);
        DurableFile.flush(folder);
        DurableFile.flush(parent);
      }
      DurableFile.write(file, note);
    } catch (IOException e) {
      throw new EvidenceUnavailableException("could not write the checkpoint " + file, e);
    }
  }

  /** Every checkpoint larger than that, in the order of sizes. */
  Stream<Entry> after(long size) {
    return children(folder)
        .filter(child -> numberOf(child, FOLDER) >= size / SIZES_PER_FOLDER)
        .sorted(Comparator.comparingLong(child -> numberOf(child, FOLDER)))
        .flatMap(CheckpointFolder::entries)
        .filter(entry -> entry.size() > size);
  }

  /** The checkpoints of the largest size: one, or several where somebody laid others beside it. */
  List<Entry> last() {
    Optional<Path> newest =
        children(folder)
            .filter(child -> numberOf(child, FOLDER) >= 0)
            .sorted(Comparator.comparingLong(child -> -numberOf(child, FOLDER)))
            .filter(child -> entries(child).findAny().isPresent())
            .findFirst();
    List<Entry> entries = newest.map(child -> entries(child).toList()).orElse(List.of());
    return entries.stream().filter(entry -> entry.size() == entries.getLast().size()).toList();
  }

  private static Stream<Entry> entries(Path folder) {
    long number = numberOf(folder, FOLDER);
    return children(folder)
        .map(file -> new Entry(numberOf(file, FILE), file))
        .filter(entry -> entry.size() >= 0 && entry.size() / SIZES_PER_FOLDER == number)
        .sorted(Comparator.comparingLong(Entry::size).thenComparing(Entry::file));
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private static Stream<Path> children(Path folder) {
    try {
      return Files.isDirectory(folder) ? listed(folder).stream() : Stream.empty();
    } catch (IOException e) {
      throw new EvidenceUnavailableException("could not list the checkpoints in " + folder, e);
    }
  }

  /** The number a name begins with; -1 where it has another form. */
  private static long numberOf(Path path, Pattern form) {
    Matcher name = form.matcher(path.getFileName().toString());
    if (!name.matches()) {
      return -1;
    }
    return Long.parseLong(name.groupCount() == 0 ? name.group() : name.group(1));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
