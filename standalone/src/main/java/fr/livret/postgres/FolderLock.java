package fr.livret.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock of the operating system on {@code livret.lock}: it dies with the process that holds it,
 * however that process dies, so a lock left behind blocks nobody. The file itself only says who.
 */
final class FolderLock implements AutoCloseable {

  /** Beyond the text, because Windows forbids reading what is locked. */
  private static final long LOCKED_BYTE = 1L << 40;

  /**
   * What this process holds. Asked before the file is opened: closing any channel of a file gives
   * up every POSIX lock the process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) {
    if (!HELD.add(folder)) {
      throw taken(folder, String.valueOf(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(folder, locked(folder));
    } catch (IOException e) {
      HELD.remove(folder);
      throw DataFolder.unwritable(folder, e);
    } catch (RuntimeException e) {
      HELD.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("livret.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw taken(folder, holder(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII)), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(32);
    channel.read(text, 0);
    var pid = US_ASCII.decode(text.flip()).toString().strip();
    return pid.isEmpty() ? "unknown" : pid;
  }

  private static CannotStart taken(Path folder, String pid) {
    return new CannotStart(
        "The data folder %s is in use by another Livret, process %s.".formatted(folder, pid),
        "Stop that process first, or name another folder with --livret.data=FOLDER.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release the lock on " + folder, e);
    } finally {
      HELD.remove(folder);
    }
  }
}
