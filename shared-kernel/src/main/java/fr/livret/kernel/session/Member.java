package fr.livret.kernel.session;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
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

  /**
   * The last day of a session, included, on which they may sit; empty while they practise, where
   * they do not sit as a professional, and where nothing is said on when the sector may be left.
   */
  Optional<Reckoning> maySitThrough(CapitalisationRegime regime) {
    @Nullable Period atMost = regime.sessions().habilitation().leftAtMost();
    return !professional() || leftSectorOn == null || atMost == null
        ? Optional.empty()
        : Optional.of(
            Reckoning.from(new Anchor(Anchor.Kind.SECTOR_LEFT, leftSectorOn, id), null)
                .plus(atMost, regime.basis(RuleName.SESSION_HABILITATION), null));
  }

  boolean professional() {
    return role == EvaluatorRole.PROFESSIONAL;
  }
}
