package fr.livret.kernel.candidate;

import fr.livret.kernel.person.SealedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a candidate is, sealed.
 *
 * @param familyName nom de naissance
 * @param givenNames prénoms, in their order
 * @param birthDate ISO date
 * @param birthPlace where known
 * @param email where known
 */
public record Identity(
    SealedText familyName,
    List<SealedText> givenNames,
    SealedText birthDate,
    @Nullable SealedText birthPlace,
    @Nullable SealedText email) {
  public Identity {
    givenNames = List.copyOf(givenNames);
  }
}
