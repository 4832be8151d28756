package fr.livret.kernel.session;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.Result.Votes;
import fr.livret.kernel.session.SessionCommand.AppointMember;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionCommand.EnrolCandidate;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionCommand.RecordPresence;
import fr.livret.kernel.session.SessionCommand.RecordResult;
import fr.livret.kernel.session.SessionCommand.SignMinutes;
import fr.livret.kernel.vae.GrantedVae;
import fr.livret.kernel.vae.VaeRegimes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words the tests of sessions are written in. */
final class Words {
  static final SessionId SESSION = new SessionId(new UUID(0, 100));
  static final PathId ANNA = new PathId(new UUID(0, 1));
  static final PathId BORIS = new PathId(new UUID(0, 2));

  static final PathLaw AMIS_2013 =
      new PathLaw(Regimes.TP_2006, Referentiels.AMIS_2013, 1).admittedUnder(VaeRegimes.VAE_2017);
  static final PathLaw AMIS_2023 =
      new PathLaw(Regimes.TP_2016, Referentiels.AMIS_2023, 1).admittedUnder(VaeRegimes.VAE_2017);
  static final PathLaw AICMP_2022 =
      new PathLaw(Regimes.RNCP_PRIVATE, Referentiels.AICMP_2022, 1)
          .admittedUnder(VaeRegimes.VAE_2017);

  static final List<Certificate> CERTIFICATES =
      List.of(new Certificate("SST", on("2023-09-01"), on("2026-08-31")));

  /** The day of most sessions here, and the day on which they are recorded. */
  static final String HELD = "2014-06-12";

  static final String TODAY = "2026-11-22";

  private Words() {}

  static LocalDate on(String day) {
    return LocalDate.parse(day);
  }

  static OpenPath open(PathId path, PathLaw law, Route route) {
    LocalDate from = law.referentiel().validity().from();
    LocalDate openedOn = from == null ? on("2022-01-03") : from;
    CandidateId candidate = new CandidateId(new UUID(1, path.value().getLeastSignificantBits()));
    return new OpenPath(
        path,
        candidate,
        law.referentiel().code(),
        law.version(),
        route,
        Access.impliedBy(route),
        openedOn,
        route == Route.VAE
            ? GrantedVae.file(law.referentiel().code(), VaeRegimes.VAE_2017, candidate, openedOn)
            : null,
        List.of(),
        on(TODAY));
  }

  /** A CCP obtained before, outside any session Livret keeps. */
  static RecordCcp ccpBefore(PathId path, String ccp, String obtainedOn) {
    return new RecordCcp(
        path,
        new CcpCode(ccp),
        on(obtainedOn),
        List.of(
            new Evaluator(null, null, EvaluatorRole.PROFESSIONAL, false),
            new Evaluator(null, null, EvaluatorRole.TRAINER, false)),
        Referentiels.CCP_EVIDENCE,
        null,
        null,
        on(obtainedOn));
  }

  static PlanSession plan(SessionKind kind, PathLaw law, String heldOn) {
    return new PlanSession(
        SESSION,
        new Plan(kind, law.referentiel().code(), on(heldOn), "AFPA-59", "Roubaix", "UT 59", null),
        law.version(),
        null,
        on(TODAY));
  }

  static Member professional(String id) {
    return professional(id, 12, null);
  }

  static Member professional(String id, int years, @Nullable String leftOn) {
    return member(
        id,
        EvaluatorRole.PROFESSIONAL,
        false,
        years,
        leftOn == null ? null : on(leftOn),
        on("2005-01-01"),
        null,
        Set.of());
  }

  static Member chair(String id) {
    return member(id, EvaluatorRole.PROFESSIONAL, true, 12, null, on("2005-01-01"), null, Set.of());
  }

  static Member listed(String id, @Nullable String from, @Nullable String through) {
    return member(
        id,
        EvaluatorRole.PROFESSIONAL,
        false,
        12,
        null,
        from == null ? null : on(from),
        through == null ? null : on(through),
        Set.of());
  }

  static Member of(String id, String... organisations) {
    return member(
        id,
        EvaluatorRole.PROFESSIONAL,
        false,
        12,
        null,
        on("2005-01-01"),
        null,
        Set.of(organisations));
  }

  /** A trainer of the speciality who trained these. */
  static Member trainer(String id, PathLaw law, PathId... trained) {
    return new Member(
        id,
        null,
        EvaluatorRole.TRAINER,
        false,
        null,
        null,
        null,
        null,
        Set.of(law.referentiel().code()),
        Set.of(),
        Set.of(trained));
  }

  private static Member member(
      String id,
      EvaluatorRole role,
      boolean chair,
      int years,
      @Nullable LocalDate leftOn,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      Set<String> organisations) {
    return new Member(
        id, null, role, chair, years, leftOn, from, through, Set.of(), organisations, Set.of());
  }

  static AppointMember appoint(Member member) {
    return new AppointMember(SESSION, member, null, on(TODAY));
  }

  static SessionCommand[] appoint(Member... members) {
    return Stream.of(members).map(Words::appoint).toArray(SessionCommand[]::new);
  }

  static Function<Stage, SessionCommand> enrol(PathId path, String... organisations) {
    return enrol(path, Set.of(), null, organisations);
  }

  static Function<Stage, SessionCommand> enrolFor(PathId path, String... ccps) {
    return enrol(path, codes(ccps), null);
  }

  static Function<Stage, SessionCommand> enrol(
      PathId path, Set<CcpCode> ccps, @Nullable String ccs, String... organisations) {
    return stage ->
        new EnrolCandidate(
            SESSION,
            stage.path(path).opened().orElseThrow().pins(),
            ccps,
            ccs,
            Set.of(organisations),
            null,
            on(TODAY));
  }

  static Set<CcpCode> codes(String... ccps) {
    return Set.copyOf(Stream.of(ccps).map(CcpCode::new).toList());
  }

  static Convoke convoke(String sentOn, String... members) {
    return new Convoke(SESSION, Set.of(members), Set.of(), on(sentOn), null, on(TODAY));
  }

  static Convoke convoke(String sentOn, PathId... paths) {
    return new Convoke(SESSION, Set.of(), Set.of(paths), on(sentOn), null, on(TODAY));
  }

  static RecordPresence present(String... members) {
    return new RecordPresence(SESSION, Set.of(members), on(TODAY));
  }

  static Function<Stage, SessionCommand> decide(Result result) {
    return stage -> new RecordResult(SESSION, result, stage.standing(result.path()), on(TODAY));
  }

  static Function<Stage, SessionCommand> sign(String signedOn, String... signatories) {
    return stage ->
        new SignMinutes(SESSION, on(signedOn), Set.of(signatories), stage.standings(), on(TODAY));
  }

  static Result title(PathId path) {
    return new Result(
        path, Outcome.TITLE, true, Referentiels.TITLE_EVIDENCE, List.of(), null, null, null);
  }

  static Result partial(PathId path, String... ccps) {
    return new Result(
        path,
        Outcome.PARTIAL,
        true,
        Set.of(),
        Stream.of(ccps).map(ccp -> new CcpResult(new CcpCode(ccp), true, Set.of())).toList(),
        null,
        null,
        null);
  }

  static Result outcome(PathId path, Outcome outcome) {
    return new Result(path, outcome, true, Set.of(), List.of(), null, null, null);
  }

  static Result voted(PathId path, Outcome outcome, int inFavour, int against, boolean casting) {
    return new Result(
        path,
        outcome,
        true,
        Referentiels.TITLE_EVIDENCE,
        List.of(),
        null,
        new Votes(inFavour, against, casting),
        null);
  }

  /** At a session of CCPs: these granted, or refused where a minus stands before. */
  static Result ccps(PathId path, String... ccps) {
    return new Result(
        path,
        Outcome.CCPS,
        true,
        Set.of(),
        Stream.of(ccps)
            .map(ccp ->
                ccp.startsWith("-")
                    ? new CcpResult(new CcpCode(ccp.substring(1)), false, Set.of())
                    : new CcpResult(new CcpCode(ccp), true, Referentiels.CCP_EVIDENCE))
            .toList(),
        null,
        null,
        null);
  }

  /** A title session of the training route, members J1 and J2 present, Anna and Boris convoked. */
  static Stage heldTitleSession() {
    return Stage.set(AMIS_2013, Route.TRAINING, ANNA, BORIS)
        .given(plan(SessionKind.TITLE, AMIS_2013, HELD))
        .given(appoint(professional("J1"), chair("J2"), professional("J3")))
        .given(enrol(ANNA))
        .given(enrol(BORIS))
        .given(convoke("2014-05-12", "J1", "J2", "J3"), convoke("2014-05-12", ANNA, BORIS))
        .given(present("J1", "J2"));
  }

  /** The same, its minutes signed on the day: the title to Anna, CCP1 to Boris. */
  static Stage signedTitleSession() {
    return heldTitleSession()
        .given(decide(title(ANNA)))
        .given(decide(partial(BORIS, "CCP1")))
        .given(sign(HELD, "J1", "J2"));
  }
}
