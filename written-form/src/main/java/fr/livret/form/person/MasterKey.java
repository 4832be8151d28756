package fr.livret.form.person;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.BooleanSupplier;

/**
 * The key that wraps every other key. It never stands in the database.
 *
 * <p>Written as base64 of 32 random bytes (AES-256-GCM), or of a Tink JSON keyset where the master
 * key is to be rotated: new keys are then wrapped by the keyset's primary, old ones still open.
 */
public final class MasterKey {
  private static final int RAW_KEY_BYTES = 32;

  private final Aead aead;
  private final String origin;

  private MasterKey(Aead aead, String origin) {
    this.aead = aead;
    this.origin = origin;
  }

  /**
   * Reads a master key.
   *
   * @param text the base64 text
   * @param origin where it was found, for messages
   * @throws MasterKeyRefused when it is no master key
   */
  public static MasterKey parse(String text, String origin) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // The decoder's own message would quote the key.
      throw new MasterKeyRefused("The master key in " + origin + " is not base64.");
    }
    try {
      AeadConfig.register();
      return new MasterKey(
          keyset(bytes).getPrimitive(RegistryConfiguration.get(), Aead.class), origin);
    } catch (GeneralSecurityException e) {
      throw new MasterKeyRefused(
          "The master key in "
              + origin
              + " is neither 32 bytes nor a Tink JSON keyset for AEAD, in base64.");
    }
  }

  /** The master key in this file, which must be there. */
  public static MasterKey inFile(Path file) {
    return parse(MasterKeyFile.read(file), file.toString());
  }

  /**
   * The master key in this file, made at first start.
   *
   * @param alreadyNeeded whether the database holds what only an earlier master key opens; a new
   *     one would be of no use then
   * @throws MasterKeyRefused when the file is missing although it is needed
   */
  public static MasterKey inFileOrNew(Path file, BooleanSupplier alreadyNeeded) {
    if (!MasterKeyFile.exists(file)) {
      if (alreadyNeeded.getAsBoolean()) {
        throw new MasterKeyRefused(
            "The database holds personal data, but its master key is not in "
                + file.toAbsolutePath()
                + ". Put the file back, or give the key in LIVRET_MASTER_KEY."
                + " No new key was made: it could not open what is there.");
      }
      MasterKeyFile.create(file);
    }
    return inFile(file);
  }

  /** Where the key was found. */
  String origin() {
    return origin;
  }

  Aead aead() {
    return aead;
  }

  @AccessesPartialKey
  private static KeysetHandle keyset(byte[] bytes) throws GeneralSecurityException {
    if (bytes.length != RAW_KEY_BYTES) {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          new String(bytes, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
    }
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(RAW_KEY_BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    AesGcmKey key =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
        .build();
  }
}
