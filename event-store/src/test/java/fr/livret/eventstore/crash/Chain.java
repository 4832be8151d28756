package fr.livret.eventstore.crash;

import java.util.UUID;

/** What was read so far, as one number: two readers have the same only if they read the same. */
final class Chain {
  private Chain() {}

  static long next(long chain, long position, UUID id) {
    return mixed(
        mixed(mixed(chain ^ position) ^ id.getMostSignificantBits())
            ^ id.getLeastSignificantBits());
  }

  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
