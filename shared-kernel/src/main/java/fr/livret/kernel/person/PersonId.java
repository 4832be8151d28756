package fr.livret.kernel.person;

import java.util.UUID;

/** Whose key a sealed text needs. It says nothing of who the person is. */
public record PersonId(UUID value) {
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
