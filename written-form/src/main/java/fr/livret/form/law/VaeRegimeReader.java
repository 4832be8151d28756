package fr.livret.form.law;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.QuotaRule;
import fr.livret.kernel.vae.SilenceRule;
import fr.livret.kernel.vae.SilenceRule.CountsFrom;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.ValidityRule;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a VAE regime from its file, each with the values only that rule has. */
final class VaeRegimeReader {
  /** What stands in a file where no experience is required. */
  private static final String NONE = "NONE";

  private static final int MOST = 999;

  private final LawText law;

  private VaeRegimeReader(LawText law) {
    this.law = law;
  }

  /** A regime with those common bases; empty when its file has problems, which are noted there. */
  static Optional<VaeRegime> regime(LawText law, Map<RuleName, LegalBasis> common) {
    return new VaeRegimeReader(law).read(common);
  }

  private Optional<VaeRegime> read(Map<RuleName, LegalBasis> common) {
    @Nullable Period experience = experience();
    Set<ExperienceKind> counting = kinds();
    only(RuleName.VAE_EXPERIENCE_COUNTING, "CALENDAR_SPANS");
    String authority = authority();
    SilenceRule silence = silence();
    only(RuleName.VAE_COUNTING, "SAME_DAY_INCLUDED");
    supplement(silence.from());
    only(RuleName.VAE_DECISION, "NOTIFIED_WITHIN_THE_DELAY");
    ValidityRule validity = validity();
    only(RuleName.VAE_IMPLICIT_GRANT, "FROM_EFFECT");
    only(
        RuleName.VAE_USE,
        validity instanceof ValidityRule.ToStart ? "PATH_OPENED" : "FIRST_SESSION");
    only(RuleName.VAE_TARGET, "AS_ASKED_FOR");
    QuotaRule quota = quota();
    law.close();
    if (!law.problems().none() || common.isEmpty()) {
      return Optional.empty();
    }
    Map<RuleName, LegalBasis> bases = new EnumMap<>(common);
    bases.putAll(law.bases());
    return Optional.of(
        new VaeRegime(
            law.id(),
            law.title(),
            law.inForce(),
            experience,
            counting,
            authority,
            silence,
            validity,
            quota,
            bases));
  }

  private @Nullable Period experience() {
    Section section = law.rule(RuleName.VAE_EXPERIENCE);
    Entry required = section.required("required");
    boolean none =
        required.value() instanceof Written.Text(String text, int _) && text.equals(NONE);
    @Nullable Period experience = none ? null : required.period();
    section.close();
    return experience;
  }

  private Set<ExperienceKind> kinds() {
    Section section = law.rule(RuleName.VAE_EXPERIENCE_KINDS);
    Set<ExperienceKind> kinds = section.required("kinds").several(ExperienceKind.class);
    section.close();
    return kinds;
  }

  private String authority() {
    Section section = law.rule(RuleName.VAE_AUTHORITY);
    String authority = section.required("value").words();
    section.close();
    return authority;
  }

  private SilenceRule silence() {
    Section section = law.rule(RuleName.VAE_SILENCE);
    SilenceRule silence =
        new SilenceRule(
            section.required("after").period(),
            section.required("from").one(CountsFrom.class),
            section.required("effect").one(VaeOutcome.class));
    section.close();
    return silence;
  }

  /** A delay that counts from the filing has nothing a supplement request could take back. */
  private void supplement(CountsFrom from) {
    only(
        RuleName.VAE_SUPPLEMENT,
        switch (from) {
          case FILING -> "RECORDED_ONLY";
          case COMPLETENESS -> "RESTARTS";
        });
  }

  private enum ValidityKind {
    FROM_NOTIFICATION,
    AS_STATED,
    TO_START
  }

  private ValidityRule validity() {
    Section section = law.rule(RuleName.VAE_VALIDITY);
    ValidityRule validity =
        switch (section.required("kind").one(ValidityKind.class)) {
          case FROM_NOTIFICATION ->
              new ValidityRule.FromNotification(section.required("length").period());
          case AS_STATED -> new ValidityRule.AsStated();
          case TO_START -> new ValidityRule.ToStart(section.required("length").period());
        };
    section.close();
    return validity;
  }

  private QuotaRule quota() {
    Section section = law.rule(RuleName.VAE_QUOTA);
    int perCertification = section.required("perCertification").whole(1, MOST);
    int total = section.required("total").whole(1, MOST);
    section.close();
    Section blocs = law.rule(RuleName.VAE_QUOTA_BLOCS);
    boolean exempt = blocs.required("exempt").flag();
    blocs.close();
    return new QuotaRule(perCertification, total, exempt);
  }

  /** A rule the program applies in one way only: the file says so in that word. */
  private void only(RuleName rule, String word) {
    Section section = law.rule(rule);
    section.required("value").only(word);
    section.close();
  }
}
