package fr.livret.query.bundle;

import fr.livret.evidence.Export;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Remembers of each file that is written how long it is and what its SHA-256 is. */
final class Manifest implements Export.Target {
  private final Export.Target target;
  private final Map<String, Entry> files = new TreeMap<>();

  /** A file written. */
  record Entry(long bytes, String sha256) {}

  Manifest(Export.Target target) {
    this.target = target;
  }

  /** Those closed by now, by name. */
  Map<String, Entry> files() {
    return files;
  }

  @Override
  public OutputStream open(String name) throws IOException {
    MessageDigest digest = sha256();
    return new FilterOutputStream(target.open(name)) {
      private long length;
      private boolean closed;

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        digest.update(bytes, from, count);
        length += count;
        out.write(bytes, from, count);
      }

      @Override
      public void close() throws IOException {
        super.close();
        if (!closed) {
          closed = true;
          files.put(name, new Entry(length, HexFormat.of().formatHex(digest.digest())));
        }
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
