package fr.livret.eventstore;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of messages that cost next to nothing: version 7 UUIDs of the time, a number drawn
 * once per process, and a counter. They are unique, and can be guessed: they are names, not keys.
 * Axon takes them where a {@code META-INF/services} file names this class.
 */
public final class QuickIdentifiers extends IdentifierFactory {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_62_BITS = 0x3fff_ffff_ffff_ffffL;

  /** Odd: multiples of it visit every number of 62 bits before one comes twice. */
  private static final long STRIDE = 0x1e37_79b9_7f4a_7c15L;

  private final long process = new SecureRandom().nextLong();
  private final AtomicLong counter = new AtomicLong();

  @Override
  public String generateIdentifier() {
    long count = counter.getAndIncrement();
    return new UUID(
            (System.currentTimeMillis() << 16) | VERSION_7 | (count & 0xfff),
            VARIANT | ((process + count * STRIDE) & LOW_62_BITS))
        .toString();
  }
}
