package fr.livret.form.person;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keyed hashes (HMAC-SHA-256). Without the key nobody can test whether a guessed name or birth date
 * gives a stored hash.
 */
final class Fingerprints {
  private static final byte[] BOUND_TO = "livret/fingerprint".getBytes(StandardCharsets.UTF_8);
  private static final int HASH_BYTES = 32;

  /** First byte of what is hashed: a fingerprint never equals an id's source. */
  private static final byte FINGERPRINT = 1;

  private static final byte ID = 2;

  private final PrfSet prf;

  private Fingerprints(PrfSet prf) {
    this.prf = prf;
  }

  /**
   * Opens the database's own key, made at first start.
   *
   * @throws MasterKeyRefused when the database was written under another master key
   */
  static Fingerprints open(JdbcClient jdbc, MasterKey master) {
    try {
      PrfConfig.register();
      jdbc.sql("insert into fingerprint_key (wrapped) values (?) on conflict do nothing")
          .param(wrappedNew(master))
          .update();
      byte[] wrapped = jdbc.sql("select wrapped from fingerprint_key").query(byte[].class).single();
      return new Fingerprints(
          unwrap(master, wrapped).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of fingerprints cannot be used", e);
    }
  }

  private static KeysetHandle unwrap(MasterKey master, byte[] wrapped) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master.aead(), BOUND_TO);
    } catch (GeneralSecurityException e) {
      throw new MasterKeyRefused(
          "This database was written under another master key than the one in "
              + master.origin()
              + ". Give the key it was written under; nothing was changed.",
          e);
    }
  }

  private static byte[] wrappedNew(MasterKey master) throws GeneralSecurityException {
    HmacPrfParameters parameters =
        HmacPrfParameters.builder()
            .setKeySizeBytes(HASH_BYTES)
            .setHashType(HmacPrfParameters.HashType.SHA256)
            .build();
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        KeysetHandle.generateNew(parameters), master.aead(), BOUND_TO);
  }

  byte[] of(byte[] content) {
    return hash(ByteBuffer.allocate(1 + content.length).put(FINGERPRINT).put(content), HASH_BYTES);
  }

  UUID id(String purpose, String text) {
    byte[] of = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer source = ByteBuffer.allocate(1 + Integer.BYTES + of.length + from.length);
    ByteBuffer bytes =
        ByteBuffer.wrap(hash(source.put(ID).putInt(of.length).put(of).put(from), 16));
    // Version 8, variant 1 (RFC 9562): a UUID whose bits have a meaning of our own.
    return new UUID(
        (bytes.getLong() & 0xffffffffffff0fffL) | 0x8000L,
        (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
  }

  private byte[] hash(ByteBuffer source, int length) {
    try {
      return prf.computePrimary(source.array(), length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of fingerprints cannot be used", e);
    }
  }
}
