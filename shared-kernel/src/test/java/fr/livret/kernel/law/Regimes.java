package fr.livret.kernel.law;

import static fr.livret.kernel.law.EvaluatorRole.PROFESSIONAL;
import static fr.livret.kernel.law.EvaluatorRole.TRAINER;
import static fr.livret.kernel.law.ResitRule.Outcome.TOTAL_FAILURE;
import static fr.livret.kernel.law.ResitRule.Outcome.UNJUSTIFIED_ABSENCE;
import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static fr.livret.kernel.law.TitleRule.Interview.AT_DISCRETION;
import static fr.livret.kernel.law.TitleRule.Interview.REQUIRED;
import static fr.livret.kernel.law.TitleRule.RestsOn.ALL_CCPS;
import static fr.livret.kernel.law.TitleRule.RestsOn.SESSION;

import fr.livret.kernel.law.SessionRules.CastingVote;
import fr.livret.kernel.law.SessionRules.Habilitation;
import fr.livret.kernel.law.SessionRules.Notice;
import fr.livret.kernel.law.SessionRules.VaeJury;
import fr.livret.kernel.law.WindowRule.Expiry;
import fr.livret.kernel.law.WindowRule.GraceWhen;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The four capitalisation regimes, and the readings that are parameters of them. */
public final class Regimes {
  private static final Set<Route> ALL_ROUTES = Set.of(Route.values());
  private static final Map<EvaluatorRole, Integer> BINOME = Map.of(PROFESSIONAL, 1, TRAINER, 1);
  private static final Map<EvaluatorRole, Integer> TWO = Map.of(PROFESSIONAL, 2);
  private static final Map<EvaluatorRole, Integer> ONE = Map.of(PROFESSIONAL, 1);
  private static final DateRange THROUGH_2016 = new DateRange(null, LocalDate.of(2016, 12, 31));
  private static final DateRange FROM_2017 = new DateRange(LocalDate.of(2017, 1, 1), null);
  private static final WindowRule FIVE_YEARS =
      new WindowRule(Period.ofYears(5), false, Period.ZERO, GraceWhen.NEVER, Expiry.OLDEST_LAPSES);
  private static final WindowRule WITHIN_VALIDITY =
      new WindowRule(
          Period.ofYears(5), true, Period.ofYears(1), GraceWhen.ON_CLOSURE, Expiry.OLDEST_LAPSES);

  private static final ResitRule RESIT_ONCE =
      new ResitRule(Period.ofYears(1), 2, Set.of(TOTAL_FAILURE, UNJUSTIFIED_ABSENCE), false);
  private static final ResitRule RESIT_TWICE =
      new ResitRule(Period.ofYears(1), 3, Set.of(TOTAL_FAILURE, UNJUSTIFIED_ABSENCE), true);

  /** Sessions as the text of 2008 rules them; the VAE jury of 2019, the chair's vote of 2024. */
  static final SessionRules SESSIONS =
      new SessionRules(
          new Notice(Period.ofMonths(1), Period.ofDays(15), Period.ofDays(15)),
          2,
          Set.of(PROFESSIONAL),
          new Habilitation(5, Period.ofYears(5), true),
          new VaeJury(new DateRange(LocalDate.of(2019, 11, 4), null), 2, 4),
          new CastingVote(new DateRange(LocalDate.of(2024, 4, 13), null), Set.of(VAE)));

  private static final SessionRules PRIVATE_SESSIONS =
      new SessionRules(
          SESSIONS.notice(),
          2,
          Set.of(PROFESSIONAL, TRAINER),
          new Habilitation(0, null, false),
          SESSIONS.vaeJury(),
          SESSIONS.castingVote());

  /** Arrêté du 25 novembre 2002: the title itself inside the five years. */
  public static final CapitalisationRegime TP_2002 =
      regime(
          "TP-2002",
          FIVE_YEARS,
          Target.TITLE,
          List.of(new Granting("BINOME", ALL_ROUTES, DateRange.OPEN, BINOME, false)),
          Set.of(),
          Map.of(
              TRAINING, new TitleRule(SESSION, REQUIRED, REQUIRED),
              CAPITALISATION, new TitleRule(ALL_CCPS, REQUIRED, REQUIRED),
              VAE, new TitleRule(ALL_CCPS, REQUIRED, REQUIRED)),
          null,
          List.of());

  /** Arrêté du 9 mars 2006: all CCPs inside the five years, the title when it comes. */
  public static final CapitalisationRegime TP_2006 =
      regime(
          "TP-2006",
          FIVE_YEARS,
          Target.ALL_CCPS,
          List.of(
              new Granting("BINOME", Set.of(CAPITALISATION), DateRange.OPEN, BINOME, false),
              new Granting("BINOME", Set.of(TRAINING, VAE), DateRange.OPEN, BINOME, true)),
          Set.of(TRAINING, VAE),
          Map.of(
              TRAINING, new TitleRule(SESSION, REQUIRED, AT_DISCRETION),
              CAPITALISATION, new TitleRule(ALL_CCPS, REQUIRED, REQUIRED),
              VAE, new TitleRule(SESSION, REQUIRED, AT_DISCRETION)),
          RESIT_ONCE,
          List.of("MISE_EN_SITUATION", "ENTRETIEN"));

  /** Arrêté du 22 décembre 2015: five years, but never beyond the title's validity. */
  public static final CapitalisationRegime TP_2016 =
      regime(
          "TP-2016",
          WITHIN_VALIDITY,
          Target.ALL_CCPS,
          List.of(
              new Granting("BINOME", ALL_ROUTES, THROUGH_2016, BINOME, false),
              new Granting("JURY", ALL_ROUTES, THROUGH_2016, TWO, false),
              new Granting("JURY", ALL_ROUTES, FROM_2017, ONE, false)),
          ALL_ROUTES,
          Map.of(
              TRAINING, new TitleRule(SESSION, AT_DISCRETION, AT_DISCRETION),
              CAPITALISATION, new TitleRule(ALL_CCPS, REQUIRED, REQUIRED),
              VAE, new TitleRule(SESSION, AT_DISCRETION, AT_DISCRETION)),
          RESIT_TWICE,
          List.of("MISE_EN_SITUATION", "ENTRETIEN"));

  /** A private title: a validated bloc stays validated. */
  public static final CapitalisationRegime RNCP_PRIVATE =
      regime(
          "RNCP-PRIVATE",
          null,
          Target.ALL_CCPS,
          List.of(new Granting("JURY", ALL_ROUTES, DateRange.OPEN, ONE, false)),
          ALL_ROUTES,
          Map.of(
              TRAINING, new TitleRule(ALL_CCPS, AT_DISCRETION, AT_DISCRETION),
              CAPITALISATION, new TitleRule(ALL_CCPS, AT_DISCRETION, AT_DISCRETION),
              VAE, new TitleRule(ALL_CCPS, AT_DISCRETION, AT_DISCRETION)),
          null,
          List.of());

  private Regimes() {}

  /** The same regime under the other reading: every CCP of an expired window lapses. */
  public static CapitalisationRegime allLapse(CapitalisationRegime regime) {
    WindowRule rule = regime.windowRule().orElseThrow();
    return with(
        regime,
        new WindowRule(
            rule.length(),
            rule.endsWithValidity(),
            rule.grace(),
            rule.graceWhen(),
            Expiry.ALL_LAPSE));
  }

  /** The same regime under the other reading: the year of grace whatever ended the validity. */
  public static CapitalisationRegime graceAlways(CapitalisationRegime regime) {
    WindowRule rule = regime.windowRule().orElseThrow();
    return with(
        regime,
        new WindowRule(
            rule.length(), rule.endsWithValidity(), rule.grace(), GraceWhen.ALWAYS, rule.expiry()));
  }

  private static CapitalisationRegime with(CapitalisationRegime of, WindowRule window) {
    return new CapitalisationRegime(
        new RegimeId(of.id().code(), 2),
        of.title(),
        of.inForce(),
        window,
        of.target(),
        of.granting(),
        of.partial(),
        of.titles(),
        of.resit(),
        of.ccsEvidence(),
        of.sessions(),
        of.bases());
  }

  private static CapitalisationRegime regime(
      String code,
      @Nullable WindowRule window,
      Target target,
      List<Granting> granting,
      Set<Route> partial,
      Map<Route, TitleRule> titles,
      @Nullable ResitRule resit,
      List<String> ccsEvidence) {
    Map<RuleName, LegalBasis> bases = new EnumMap<>(RuleName.class);
    for (RuleName rule : RuleName.values()) {
      String name = code + "/1#" + rule.key();
      bases.put(rule, new LegalBasis(name, "source", "citation", Mark.READING, "test"));
    }
    return new CapitalisationRegime(
        new RegimeId(code, 1),
        code,
        DateRange.OPEN,
        window,
        target,
        granting,
        partial,
        titles,
        resit,
        ccsEvidence,
        code.equals("RNCP-PRIVATE") ? PRIVATE_SESSIONS : SESSIONS,
        bases);
  }
}
