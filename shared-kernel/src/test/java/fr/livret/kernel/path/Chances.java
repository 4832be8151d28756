package fr.livret.kernel.path;

import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.CANDIDATE;
import static fr.livret.kernel.path.Given.DECREE;
import static fr.livret.kernel.path.Given.EVALUATORS;
import static fr.livret.kernel.path.Given.IN_2016;
import static fr.livret.kernel.path.Given.OWN_TRAINER;
import static fr.livret.kernel.path.Given.PATH;
import static fr.livret.kernel.path.Given.PROFESSIONAL;
import static fr.livret.kernel.path.Given.REVISED;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.TRAINER;
import static fr.livret.kernel.path.Given.revision;

import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.ConfirmTitle;
import fr.livret.kernel.path.PathCommand.DecideAppeal;
import fr.livret.kernel.path.PathCommand.LodgeAppeal;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.RecordSurvey;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathCommand.WithdrawCcs;
import fr.livret.kernel.path.PathCommand.WithdrawTitle;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.referentiel.ValidityChange;
import fr.livret.kernel.referentiel.ValidityChange.Closure;
import fr.livret.kernel.referentiel.ValidityChange.Prorogation;
import fr.livret.kernel.vae.VaeRegimes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What chance may bring upon a path: believable lives of it, and anything at all. */
final class Chances {
  private static final Certificate ALWAYS_SAFE =
      new Certificate("SST", LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1));
  private static final Set<String> EVIDENCE =
      Set.of(
          "EFA", "DSPP", "EPREUVE_DE_SYNTHESE", "MISE_EN_SITUATION", "QUESTIONNEMENT", "ENTRETIEN");
  private static final List<List<Evaluator>> BODIES =
      List.of(
          EVALUATORS,
          List.of(),
          List.of(PROFESSIONAL, TRAINER),
          List.of(PROFESSIONAL, OWN_TRAINER));

  private Chances() {}

  /** The laws of the four titles, and the readings that are parameters. */
  static Arbitrary<PathLaw> laws() {
    return Arbitraries.of(
        TMS_2004,
        AMIS_2013,
        AMIS_2023,
        REVISED,
        IN_2016,
        AICMP_2022,
        new PathLaw(Regimes.allLapse(Regimes.TP_2006), Referentiels.AMIS_2013, 1)
            .admittedUnder(VaeRegimes.VAE_2002),
        new PathLaw(Regimes.allLapse(Regimes.TP_2016), Referentiels.AMIS_2023, 1)
            .admittedUnder(VaeRegimes.VAE_2024),
        new PathLaw(Regimes.graceAlways(Regimes.TP_2016), Referentiels.AMIS_2023, 1)
            .admittedUnder(VaeRegimes.VAE_2024));
  }

  /**
   * One step of a believable life: so many days pass, then something is asked that lies so many
   * days back. The law, known only as the life goes on, says which CCPs there are.
   */
  record Step(int daysPass, int daysBack, Kind kind, int choice) {
    enum Kind {
      CCP,
      ANNULMENT,
      TITLE,
      PARTIAL,
      NOT_AWARDED,
      ABSENT,
      CLOSURE,
      PROROGATION,
      WITNESS,
      CCS,
      MINUTES_ANNULLED,
      WITHDRAWAL,
      CONFIRMATION,
      CCS_WITHDRAWAL,
      TRANSFER,
      APPEAL,
      APPEAL_DECIDED,
      SURVEY
    }

    PathCommand command(PathLaw law, LocalDate today) {
      LocalDate day = today.minusDays(daysBack);
      CcpCode ccp = choose(law, choice);
      return switch (kind) {
        case CCP -> new RecordCcp(PATH, ccp, day, EVALUATORS, EVIDENCE, null, minutes(), today);
        case ANNULMENT -> new AnnulCcp(PATH, ccp, day, "reason", null, today);
        case TITLE -> jury(day, new JuryDecision.Title(EVIDENCE, true), today);
        case PARTIAL ->
            jury(day, new JuryDecision.Partial(Set.of(ccp, choose(law, choice + 1))), today);
        case NOT_AWARDED -> jury(day, new JuryDecision.NotAwarded(), today);
        case ABSENT -> jury(day, new JuryDecision.Absent(choice % 2 == 0), today);
        case CLOSURE -> new NoteValidityChange(PATH, new Closure(day, DECREE), today);
        case PROROGATION ->
            new NoteValidityChange(
                PATH, new Prorogation(day, day.plusMonths(6L * choice + 1), DECREE), today);
        case WITNESS -> new WitnessDay(PATH, today);
        case CCS -> new AwardCcs(PATH, "CCS1", day, EVIDENCE, minutes(), today);
        case MINUTES_ANNULLED ->
            new AnnulMinutes(PATH, new MinutesRef("S" + choice % 3, 1), day, "r", null, today);
        case WITHDRAWAL -> new WithdrawTitle(PATH, day, "fraud", today);
        case CONFIRMATION -> new ConfirmTitle(PATH, day, "good faith", today);
        case CCS_WITHDRAWAL -> new WithdrawCcs(PATH, "CCS1", day, "fraud", today);
        case TRANSFER ->
            law.successor().isEmpty()
                ? new WitnessDay(PATH, today)
                : new TransferPath(
                    PATH,
                    law.successor().orElseThrow().referentiel().code(),
                    revision("2016-07-02", null, "CCP1", "CCP2", "CCP2", "CCP3"),
                    1,
                    day,
                    List.of(),
                    today);
        case APPEAL -> new LodgeAppeal(PATH, day, Appeal.Before.COURT, day, today);
        case APPEAL_DECIDED -> new DecideAppeal(PATH, 1, day, Appeal.Outcome.UPHELD, "r", today);
        case SURVEY -> new RecordSurvey(PATH, Survey.SIX_MONTHS, day, true, false, today);
      };
    }

    private static CcpCode choose(PathLaw law, int choice) {
      List<CcpCode> codes = law.referentiel().ccpCodes();
      return codes.get(choice % codes.size());
    }

    private PathCommand jury(LocalDate day, JuryDecision decision, LocalDate today) {
      return new RecordJuryDecision(
          PATH, day, decision, new Grounds(List.of(ALWAYS_SAFE)), minutes(), today);
    }

    /** Some facts stand in minutes, and several in the same. */
    private @Nullable MinutesRef minutes() {
      return choice % 2 == 0 ? new MinutesRef("S" + choice % 3, 1) : null;
    }
  }

  static Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> pass = Arbitraries.integers().between(-40, 900);
    Arbitrary<Integer> back =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(0)), Tuple.of(3, Arbitraries.integers().between(0, 2200)));
    Arbitrary<Step.Kind> kind =
        Arbitraries.frequency(
            Tuple.of(8, Step.Kind.CCP),
            Tuple.of(3, Step.Kind.ANNULMENT),
            Tuple.of(3, Step.Kind.TITLE),
            Tuple.of(2, Step.Kind.PARTIAL),
            Tuple.of(1, Step.Kind.NOT_AWARDED),
            Tuple.of(1, Step.Kind.ABSENT),
            Tuple.of(1, Step.Kind.CLOSURE),
            Tuple.of(1, Step.Kind.PROROGATION),
            Tuple.of(4, Step.Kind.WITNESS),
            Tuple.of(1, Step.Kind.CCS),
            Tuple.of(4, Step.Kind.MINUTES_ANNULLED),
            Tuple.of(1, Step.Kind.WITHDRAWAL),
            Tuple.of(4, Step.Kind.CONFIRMATION),
            Tuple.of(1, Step.Kind.CCS_WITHDRAWAL),
            Tuple.of(2, Step.Kind.TRANSFER),
            Tuple.of(1, Step.Kind.APPEAL),
            Tuple.of(1, Step.Kind.APPEAL_DECIDED),
            Tuple.of(1, Step.Kind.SURVEY));
    return Combinators.combine(pass, back, kind, Arbitraries.integers().between(0, 9))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(40);
  }

  /** Any command with anything in it. */
  static Arbitrary<PathCommand> anything() {
    Arbitrary<RecordCcp> ccp =
        Combinators.combine(codes(), days(), Arbitraries.of(BODIES), texts().set(), days())
            .as((code, day, body, evidence, today) ->
                new RecordCcp(PATH, code, day, body, evidence, null, null, today));
    Arbitrary<AnnulCcp> annulment =
        Combinators.combine(codes(), days(), texts(), days())
            .as((code, day, reason, today) -> new AnnulCcp(PATH, code, day, reason, null, today));
    Arbitrary<RecordJuryDecision> jury =
        Combinators.combine(days(), decisions(), certificates(), days())
            .as((day, decision, all, today) ->
                new RecordJuryDecision(PATH, day, decision, new Grounds(all), null, today));
    Arbitrary<AwardCcs> ccs =
        Combinators.combine(texts(), days(), texts().set(), days())
            .as((code, day, evidence, today) ->
                new AwardCcs(PATH, code, day, evidence, null, today));
    Arbitrary<NoteValidityChange> note =
        Combinators.combine(changes(), days())
            .as((change, today) -> new NoteValidityChange(PATH, change, today));
    Arbitrary<WitnessDay> witness = days().map(today -> new WitnessDay(PATH, today));
    return Arbitraries.oneOf(
        opening(), ccp, annulment, jury, ccs, note, witness, undoing(), reviewing());
  }

  private static Arbitrary<PathCommand> undoing() {
    return Combinators.combine(texts(), Arbitraries.integers(), days(), texts(), days())
        .flatAs((text, number, day, reason, today) ->
            Arbitraries.of(
                new AnnulMinutes(PATH, new MinutesRef(text, number), day, reason, null, today),
                new WithdrawTitle(PATH, day, reason, today),
                new ConfirmTitle(PATH, day, reason, today),
                new WithdrawCcs(PATH, text, day, reason, today)));
  }

  private static Arbitrary<PathCommand> reviewing() {
    return Combinators.combine(days(), days(), Arbitraries.integers(), days())
        .flatAs((day, other, number, today) ->
            Arbitraries.of(
                new LodgeAppeal(PATH, other, Appeal.Before.MINISTER, day, today),
                new DecideAppeal(PATH, number, day, Appeal.Outcome.DISMISSED, "", today),
                new RecordSurvey(PATH, Survey.TWO_YEARS, day, true, true, today)));
  }

  private static Arbitrary<OpenPath> opening() {
    return Combinators.combine(
            Arbitraries.of(Route.class),
            Arbitraries.of(Access.class),
            days(),
            days()
                .filter(day -> !day.isBefore(Days.FIRST) && !day.isAfter(Days.LAST))
                .map(day -> Given.granted(AMIS_2013, day))
                .injectNull(0.5),
            changes().list().ofMaxSize(3),
            days())
        .as((route, access, day, application, changes, today) ->
            new OpenPath(
                PATH,
                CANDIDATE,
                AMIS_2013.referentiel().code(),
                -1,
                route,
                access,
                day,
                application,
                changes,
                today));
  }

  /** Days of a certification's time, and absurd ones. */
  static Arbitrary<LocalDate> days() {
    Arbitrary<LocalDate> believable =
        Arbitraries.integers().between(0, 9000).map(LocalDate.of(2004, 8, 5)::plusDays);
    Arbitrary<LocalDate> absurd =
        Arbitraries.of(
            LocalDate.MIN,
            LocalDate.MAX,
            LocalDate.MAX.minusYears(1),
            LocalDate.EPOCH,
            LocalDate.of(-1, 1, 1),
            LocalDate.of(0, 2, 29),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(2200, 12, 31),
            LocalDate.of(2201, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(999_999_999, 1, 1));
    return Arbitraries.frequencyOf(Tuple.of(4, believable), net.jqwik.api.Tuple.of(1, absurd));
  }

  private static Arbitrary<CcpCode> codes() {
    return Arbitraries.oneOf(Arbitraries.of("CCP1", "CCP2", "CCP3", "BC01"), texts())
        .map(CcpCode::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(EVIDENCE),
        Arbitraries.of("", " ", "\u0000", "\uD83D", "\u202E", "CCS1"),
        Arbitraries.strings().ofMaxLength(20));
  }

  private static Arbitrary<JuryDecision> decisions() {
    Arbitrary<JuryDecision> title =
        Combinators.combine(texts().set(), Arbitraries.of(true, false)).as(JuryDecision.Title::new);
    Arbitrary<JuryDecision> partial = codes().set().ofMaxSize(4).map(JuryDecision.Partial::new);
    Arbitrary<JuryDecision> absent = Arbitraries.of(true, false).map(JuryDecision.Absent::new);
    return Arbitraries.oneOf(
        title, partial, absent, Arbitraries.just(new JuryDecision.NotAwarded()));
  }

  private static Arbitrary<List<Certificate>> certificates() {
    return Combinators.combine(texts(), days(), days()).as(Certificate::new).list().ofMaxSize(2);
  }

  private static Arbitrary<ValidityChange> changes() {
    Arbitrary<ValidityChange> closure = days().map(day -> new Closure(day, DECREE));
    Arbitrary<ValidityChange> prorogation =
        Combinators.combine(days(), days()).as((day, until) -> new Prorogation(day, until, DECREE));
    return Arbitraries.oneOf(closure, prorogation);
  }
}
