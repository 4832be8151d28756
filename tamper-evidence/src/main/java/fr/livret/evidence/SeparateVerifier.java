package fr.livret.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The program that checks what is given away, to be given along: it shares no code with ours. */
public final class SeparateVerifier {
  /** The name of its file. */
  public static final String NAME = "verify-evidence.py";

  private SeparateVerifier() {}

  /** The whole file, as it lies in {@code tools}. */
  public static byte[] script() {
    try (InputStream script = SeparateVerifier.class.getResourceAsStream(NAME)) {
      if (script == null) {
        throw new IllegalStateException(NAME + " is not among the resources of the program");
      }
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
