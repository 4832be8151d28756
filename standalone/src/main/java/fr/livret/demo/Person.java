package fr.livret.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A candidate who does not exist. */
record Person(
    String familyName,
    List<String> givenNames,
    LocalDate birthDate,
    String birthPlace,
    @Nullable String email) {
  Person {
    givenNames = List.copyOf(givenNames);
  }
}
