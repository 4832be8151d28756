package fr.livret.kernel.vae;

import java.util.UUID;

/** One application for VAE (dossier de demande). */
public record VaeApplicationId(UUID value) {
  public static VaeApplicationId of(String text) {
    return new VaeApplicationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
