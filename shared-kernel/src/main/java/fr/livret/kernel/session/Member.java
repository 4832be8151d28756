package fr.livret.kernel.session;

import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of those who sit on the jury or in the binôme.
 *
 * @param id in the register of evaluators
 * @param name sealed, where stated
 * @param role as what they sit
 * @param chair whether they preside
 * @param practiceYears full years of practice in the sector on the day of the session, where stated
 * @param leftSectorOn the day they left the sector; absent while they practise
 * @param listedFrom since when they are on the authority's list
 * @param listedThrough the last day on it, where it ends
 * @param specialities the titles whose speciality they train in
 * @param organisations codes or names of the companies and organisations they belong to or did
 * @param trained the paths of the candidates they trained or accompanied
 */
public record Member(
    String id,
    @Nullable SealedText name,
    EvaluatorRole role,
    boolean chair,
    @Nullable Integer practiceYears,
    @Nullable LocalDate leftSectorOn,
    @Nullable LocalDate listedFrom,
    @Nullable LocalDate listedThrough,
    Set<ReferentielCode> specialities,
    Set<String> organisations,
    Set<PathId> trained) {
  public Member {
    specialities = Set.copyOf(specialities);
    organisations = Set.copyOf(organisations);
    trained = Set.copyOf(trained);
  }

  boolean professional() {
    return role == EvaluatorRole.PROFESSIONAL;
  }
}
