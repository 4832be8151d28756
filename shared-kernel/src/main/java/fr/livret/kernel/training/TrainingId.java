package fr.livret.kernel.training;

import java.util.UUID;

/** One candidate's training for one title. */
public record TrainingId(UUID value) {
  public static TrainingId of(String text) {
    return new TrainingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
