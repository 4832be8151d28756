package fr.livret.form.law;

import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.SessionRules;
import fr.livret.kernel.law.SessionRules.CastingVote;
import fr.livret.kernel.law.SessionRules.Habilitation;
import fr.livret.kernel.law.SessionRules.Notice;
import fr.livret.kernel.law.SessionRules.VaeJury;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules on sessions, juries and minutes of one file. */
final class SessionRulesReader {
  /** What stands in a file where the regime knows no such rule. */
  private static final String NONE = "NONE";

  private static final int MOST_MEMBERS = 99;

  private final LawText law;

  private SessionRulesReader(LawText law) {
    this.law = law;
  }

  static SessionRules read(LawText law) {
    SessionRulesReader reader = new SessionRulesReader(law);
    SessionRules rules =
        new SessionRules(
            reader.notice(),
            reader.quorum(),
            reader.roles(),
            reader.habilitation(),
            reader.vaeJury(),
            reader.castingVote());
    reader.only(RuleName.SESSION_CONFLICT, "SAME_ORGANISATION_EXCLUDED");
    reader.only(RuleName.SESSION_BINOME, "TRAINER_OF_THE_SPECIALITY");
    reader.only(RuleName.SESSION_MINUTES, "SIGNED_BY_ALL_PRESENT");
    reader.only(RuleName.SESSION_FROZEN, "REASONED_ACT_ONLY");
    reader.only(RuleName.SESSION_REGISTRATION, "NUMBERED_THEN_NOTIFIED");
    reader.only(RuleName.SESSION_ANNULMENT, "REASONED_DECISION");
    reader.every(RuleName.SESSION_ABSENCE, "excuses", Excuse.class);
    reader.every(RuleName.SESSION_APPEAL, "bodies", Body.class);
    return rules;
  }

  private Notice notice() {
    Section section = law.rule(RuleName.SESSION_CONVOCATION);
    Notice notice =
        new Notice(
            section.required("title").period(),
            section.required("ccp").period(),
            section.required("ccs").period());
    section.close();
    return notice;
  }

  private int quorum() {
    Section section = law.rule(RuleName.SESSION_QUORUM);
    int present = section.required("present").whole(1, MOST_MEMBERS);
    section.close();
    return present;
  }

  private Set<EvaluatorRole> roles() {
    Section section = law.rule(RuleName.SESSION_JURY);
    Set<EvaluatorRole> roles = section.required("roles").several(EvaluatorRole.class);
    if (!roles.contains(EvaluatorRole.PROFESSIONAL)) {
      section.required("roles").problem("must name PROFESSIONAL: a jury has professionals");
    }
    section.close();
    return roles;
  }

  private Habilitation habilitation() {
    Section section = law.rule(RuleName.SESSION_HABILITATION);
    int years = section.optional("practiceYears").map(one -> one.whole(1, 60)).orElse(0);
    @Nullable Period left = section.optional("leftAtMost").map(Entry::period).orElse(null);
    boolean listed = section.required("listed").flag();
    section.close();
    return new Habilitation(years, left, listed);
  }

  private @Nullable VaeJury vaeJury() {
    Section section = law.rule(RuleName.SESSION_VAE_JURY);
    @Nullable VaeJury rule =
        none(section)
            ? null
            : new VaeJury(
                section.days("from", "through"),
                section.required("professionals").whole(1, MOST_MEMBERS),
                section.required("oneIn").whole(1, MOST_MEMBERS));
    section.close();
    return rule;
  }

  private @Nullable CastingVote castingVote() {
    Section section = law.rule(RuleName.SESSION_CASTING_VOTE);
    @Nullable CastingVote rule =
        none(section)
            ? null
            : new CastingVote(
                section.days("from", "through"), section.required("routes").several(Route.class));
    section.close();
    return rule;
  }

  private static boolean none(Section section) {
    Optional<Entry> value = section.optional("value");
    value.ifPresent(entry -> entry.only(NONE));
    return value.isPresent();
  }

  private void only(RuleName rule, String word) {
    Section section = law.rule(rule);
    section.required("value").only(word);
    section.close();
  }

  /** A list the program knows as a whole only. */
  private <E extends Enum<E>> void every(RuleName rule, String field, Class<E> among) {
    Section section = law.rule(rule);
    Entry entry = section.required(field);
    Set<E> named = entry.several(among);
    if (!named.isEmpty() && named.size() < among.getEnumConstants().length) {
      entry.problem("must name all of them, the only reading that can be applied");
    }
    section.close();
  }

  private enum Excuse {
    ILLNESS,
    MATERNITY,
    ACCIDENT,
    FORCE_MAJEURE
  }

  private enum Body {
    HIERARCHICAL,
    CONTENTIOUS
  }
}
