package fr.livret.kernel.path;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.TitleRule.RestsOn;
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
import fr.livret.kernel.referentiel.Revision;
import fr.livret.kernel.referentiel.ValidityChange.Closure;
import fr.livret.kernel.referentiel.ValidityChange.Prorogation;
import fr.livret.kernel.vae.GrantedVae;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeRegimes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words the tests of a path are written in: laws, commands, and the events that follow. */
final class Given {
  static final PathId PATH = new PathId(new UUID(0, 1));
  static final CandidateId CANDIDATE = new CandidateId(new UUID(0, 2));
  static final String DECREE = "Arrêté (test)";

  static final PathLaw TMS_2004 =
      new PathLaw(Regimes.TP_2002, Referentiels.TMS_2004, 1).admittedUnder(VaeRegimes.VAE_2017);
  static final PathLaw AMIS_2013 =
      new PathLaw(Regimes.TP_2006, Referentiels.AMIS_2013, 1).admittedUnder(VaeRegimes.VAE_2017);
  static final PathLaw AMIS_2023 =
      new PathLaw(Regimes.TP_2016, Referentiels.AMIS_2023, 1).admittedUnder(VaeRegimes.VAE_2017);
  static final PathLaw IN_2016 =
      new PathLaw(Regimes.TP_2016, Referentiels.ILLUSTRATIVE_2016, 1)
          .admittedUnder(VaeRegimes.VAE_2017);

  /** The title is revised: its paths may go on towards another. */
  static final PathLaw REVISED = AMIS_2013.leadingTo(IN_2016);

  static final PathLaw AICMP_2022 =
      new PathLaw(Regimes.RNCP_PRIVATE, Referentiels.AICMP_2022, 1)
          .admittedUnder(VaeRegimes.VAE_2017);

  static final Evaluator PROFESSIONAL = evaluator(EvaluatorRole.PROFESSIONAL, false);
  static final Evaluator TRAINER = evaluator(EvaluatorRole.TRAINER, false);
  static final Evaluator OWN_TRAINER = evaluator(EvaluatorRole.TRAINER, true);

  /** Enough for every regime on every day. */
  static final List<Evaluator> EVALUATORS = List.of(PROFESSIONAL, PROFESSIONAL, TRAINER);

  static final Certificate SST = new Certificate("SST", on("2024-01-15"), on("2026-01-14"));

  private Given() {}

  static LocalDate on(String day) {
    return LocalDate.parse(day);
  }

  static CcpCode ccp(String code) {
    return new CcpCode(code);
  }

  static Set<CcpCode> ccps(String... codes) {
    return Set.copyOf(Stream.of(codes).map(CcpCode::new).toList());
  }

  private static Evaluator evaluator(EvaluatorRole role, boolean ownTrainer) {
    return new Evaluator(null, null, role, ownTrainer);
  }

  // What may be asked

  static OpenPath open(PathLaw law, Route route, LocalDate openedOn) {
    return open(law, route, Access.impliedBy(route), openedOn, openedOn);
  }

  static OpenPath open(
      PathLaw law, Route route, Access access, LocalDate openedOn, LocalDate today) {
    return new OpenPath(
        PATH,
        CANDIDATE,
        law.referentiel().code(),
        law.version(),
        route,
        access,
        openedOn,
        route == Route.VAE ? granted(law, openedOn) : null,
        List.of(),
        today);
  }

  /** An application for that title, granted on that day. */
  static VaeFile granted(PathLaw law, LocalDate day, String... blocs) {
    return GrantedVae.file(
        law.referentiel().code(), Objects.requireNonNull(law.vae()), CANDIDATE, day, blocs);
  }

  static RecordCcp record(String ccp, String obtainedOn) {
    return record(ccp, obtainedOn, obtainedOn);
  }

  static RecordCcp record(String ccp, String obtainedOn, String today) {
    return record(ccp, on(obtainedOn), on(today));
  }

  static RecordCcp record(String ccp, LocalDate obtainedOn, LocalDate today) {
    return record(ccp, obtainedOn, EVALUATORS, Referentiels.CCP_EVIDENCE, today);
  }

  static RecordCcp evaluatedBy(String ccp, String obtainedOn, Evaluator... evaluators) {
    return record(
        ccp, on(obtainedOn), List.of(evaluators), Referentiels.CCP_EVIDENCE, on(obtainedOn));
  }

  static RecordCcp restingOn(String ccp, String obtainedOn, String... evidence) {
    return record(ccp, on(obtainedOn), EVALUATORS, Set.of(evidence), on(obtainedOn));
  }

  private static RecordCcp record(
      String ccp,
      LocalDate obtainedOn,
      List<Evaluator> evaluators,
      Set<String> evidence,
      LocalDate today) {
    return new RecordCcp(PATH, ccp(ccp), obtainedOn, evaluators, evidence, null, null, today);
  }

  static AnnulCcp annul(String ccp, String decidedOn) {
    return annul(ccp, decidedOn, decidedOn);
  }

  static AnnulCcp annul(String ccp, String decidedOn, String today) {
    return new AnnulCcp(PATH, ccp(ccp), on(decidedOn), "session annulled", DECREE, on(today));
  }

  static RecordJuryDecision award(String heldOn) {
    return award(heldOn, heldOn);
  }

  static RecordJuryDecision award(String heldOn, String today) {
    return jury(heldOn, today, new JuryDecision.Title(Referentiels.TITLE_EVIDENCE, true), SST);
  }

  static RecordJuryDecision awardWithoutInterview(String heldOn) {
    Set<String> evidence = Referentiels.TITLE_EVIDENCE;
    return jury(heldOn, heldOn, new JuryDecision.Title(evidence, false), SST);
  }

  static RecordJuryDecision awardOn(String heldOn, String... evidence) {
    return jury(heldOn, heldOn, new JuryDecision.Title(Set.of(evidence), true), SST);
  }

  static RecordJuryDecision awardTo(String heldOn, Certificate... certificates) {
    return jury(
        heldOn, heldOn, new JuryDecision.Title(Referentiels.TITLE_EVIDENCE, true), certificates);
  }

  static RecordJuryDecision grant(String heldOn, String... ccps) {
    return jury(heldOn, heldOn, new JuryDecision.Partial(ccps(ccps)));
  }

  static RecordJuryDecision refuseTitle(String heldOn) {
    return jury(heldOn, heldOn, new JuryDecision.NotAwarded());
  }

  static RecordJuryDecision absent(String heldOn, boolean excused) {
    return jury(heldOn, heldOn, new JuryDecision.Absent(excused));
  }

  static RecordJuryDecision jury(
      String heldOn, String today, JuryDecision decision, Certificate... certificates) {
    Grounds grounds = new Grounds(List.of(certificates));
    return new RecordJuryDecision(PATH, on(heldOn), decision, grounds, null, on(today));
  }

  static AwardCcs awardCcs(String ccs, String obtainedOn, String... evidence) {
    return new AwardCcs(PATH, ccs, on(obtainedOn), Set.of(evidence), null, on(obtainedOn));
  }

  static NoteValidityChange close(String decidedOn) {
    return new NoteValidityChange(PATH, new Closure(on(decidedOn), DECREE), on(decidedOn));
  }

  static NoteValidityChange prorogue(String decidedOn, String until) {
    return prorogue(decidedOn, until, decidedOn);
  }

  static NoteValidityChange prorogue(String decidedOn, String until, String today) {
    return new NoteValidityChange(
        PATH, new Prorogation(on(decidedOn), on(until), DECREE), on(today));
  }

  static WitnessDay witness(String today) {
    return new WitnessDay(PATH, on(today));
  }

  static final MinutesRef PV = new MinutesRef("S1", 1);

  /** The same decision, as it stands in those minutes. */
  static RecordJuryDecision in(MinutesRef minutes, RecordJuryDecision it) {
    return new RecordJuryDecision(
        it.path(), it.heldOn(), it.decision(), it.grounds(), minutes, it.today());
  }

  static RecordCcp in(MinutesRef minutes, RecordCcp it) {
    return new RecordCcp(
        it.path(),
        it.ccp(),
        it.obtainedOn(),
        it.evaluators(),
        it.evidence(),
        it.session(),
        minutes,
        it.today());
  }

  static AwardCcs in(MinutesRef minutes, AwardCcs it) {
    return new AwardCcs(it.path(), it.ccs(), it.obtainedOn(), it.evidence(), minutes, it.today());
  }

  static AnnulMinutes annul(MinutesRef minutes, String decidedOn) {
    return new AnnulMinutes(PATH, minutes, on(decidedOn), "irregular", DECREE, on(decidedOn));
  }

  static WithdrawTitle withdrawTitle(String decidedOn) {
    return new WithdrawTitle(PATH, on(decidedOn), "fraud", on(decidedOn));
  }

  static ConfirmTitle confirmTitle(String decidedOn) {
    return new ConfirmTitle(PATH, on(decidedOn), "in good faith", on(decidedOn));
  }

  static WithdrawCcs withdrawCcs(String ccs, String decidedOn) {
    return new WithdrawCcs(PATH, ccs, on(decidedOn), "fraud", on(decidedOn));
  }

  static LodgeAppeal appeal(String against, String lodgedOn) {
    return new LodgeAppeal(PATH, on(against), Appeal.Before.MINISTER, on(lodgedOn), on(lodgedOn));
  }

  static DecideAppeal endAppeal(int number, String decidedOn) {
    return new DecideAppeal(
        PATH, number, on(decidedOn), Appeal.Outcome.DISMISSED, "unfounded", on(decidedOn));
  }

  static RecordSurvey survey(Survey after, String answeredOn) {
    return new RecordSurvey(PATH, after, on(answeredOn), true, true, on(answeredOn));
  }

  /** To the title that succeeds, where each CCP counts for the one of the same code. */
  static TransferPath transfer(String decidedOn) {
    return transfer(decidedOn, alike(decidedOn));
  }

  /** To a title that succeeds by no decision. */
  static TransferPath unfounded(String decidedOn) {
    return new TransferPath(
        PATH, Referentiels.AMIS_2023.code(), null, 1, on(decidedOn), List.of(), on(decidedOn));
  }

  static TransferPath transfer(String decidedOn, Revision revision) {
    return new TransferPath(
        PATH, revision.successor(), revision, 1, on(decidedOn), List.of(), on(decidedOn));
  }

  static Revision alike(String decidedOn) {
    return revision(decidedOn, null, "CCP1", "CCP1", "CCP2", "CCP2", "CCP3", "CCP3");
  }

  /** A revision by pairs of codes: what counted, and what it counts for. */
  static Revision revision(String decidedOn, @Nullable String obtainedBefore, String... pairs) {
    List<Revision.Equivalence> equivalences = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      equivalences.add(new Revision.Equivalence(ccp(pairs[i]), List.of(ccp(pairs[i + 1]))));
    }
    return new Revision(
        Referentiels.ILLUSTRATIVE_2016.code(),
        on(decidedOn),
        equivalences,
        obtainedBefore == null ? null : on(obtainedBefore),
        DECREE,
        Mark.READING);
  }

  // What follows

  static PathEvent obtained(String ccp, String obtainedOn) {
    return new PathEvent.CcpObtained(
        PATH, ccp(ccp), on(obtainedOn), "", List.of(), Set.of(), null, "", null);
  }

  static PathEvent annulled(String ccp, String obtainedOn, String decidedOn) {
    return new PathEvent.CcpAnnulled(
        PATH, ccp(ccp), on(obtainedOn), on(decidedOn), "session annulled", DECREE, "", null);
  }

  static PathEvent lapsed(
      String ccp, String obtainedOn, String lapsedOn, WindowSpan window, Cause cause) {
    return new PathEvent.CcpLapsed(PATH, ccp(ccp), on(obtainedOn), on(lapsedOn), window, "", cause);
  }

  static PathEvent lapseReversed(String ccp, String obtainedOn, String lapsedOn, Cause cause) {
    return new PathEvent.LapseReversed(PATH, ccp(ccp), on(obtainedOn), on(lapsedOn), cause);
  }

  static PathEvent windowOpened(WindowSpan window, Cause cause) {
    return new PathEvent.WindowOpened(PATH, window, "", cause);
  }

  static PathEvent windowMoved(WindowSpan from, WindowSpan to, Cause cause) {
    return new PathEvent.WindowMoved(PATH, from, to, "", cause);
  }

  static PathEvent windowFulfilled(String fulfilledOn, Cause cause) {
    return new PathEvent.WindowFulfilled(PATH, on(fulfilledOn), "", cause);
  }

  static PathEvent windowClosed(Cause cause) {
    return new PathEvent.WindowClosed(PATH, cause);
  }

  static PathEvent titleAwarded(String heldOn, RestsOn restsOn) {
    return new PathEvent.TitleAwarded(PATH, on(heldOn), restsOn, Set.of(), true, "", null);
  }

  static PathEvent titleRefused(String heldOn, String... granted) {
    return new PathEvent.TitleRefused(PATH, on(heldOn), ccps(granted), "", null);
  }

  static PathEvent candidateAbsent(String heldOn, boolean excused) {
    return new PathEvent.CandidateAbsent(PATH, on(heldOn), excused, null);
  }

  static PathEvent calledIntoQuestion(Cause cause, String... missing) {
    return new PathEvent.TitleCalledIntoQuestion(PATH, ccps(missing), cause);
  }

  static PathEvent ccsAwarded(String ccs, String obtainedOn) {
    return new PathEvent.CcsAwarded(PATH, ccs, on(obtainedOn), Set.of(), "", null);
  }

  static PathEvent closureNoted(String decidedOn) {
    return new PathEvent.TitleClosureNoted(PATH, on(decidedOn), DECREE);
  }

  static PathEvent prorogationNoted(String decidedOn, String until) {
    return new PathEvent.TitleProrogationNoted(PATH, on(decidedOn), on(until), DECREE);
  }

  static WindowSpan span(String anchor, String lastDay) {
    return span(anchor, lastDay, LimitRule.FIVE_YEARS);
  }

  static WindowSpan span(String anchor, String lastDay, LimitRule governedBy) {
    return new WindowSpan(on(anchor), on(lastDay), governedBy);
  }

  static Cause dayPassed(String on) {
    return Cause.of(Cause.Kind.DAY_PASSED, on(on), null);
  }

  static Cause obtaining(String ccp, String on) {
    return Cause.of(Cause.Kind.CCP_OBTAINED, on(on), ccp(ccp));
  }

  static Cause annulling(String ccp, String on) {
    return Cause.of(Cause.Kind.CCP_ANNULLED, on(on), ccp(ccp));
  }

  static Cause because(Cause.Kind kind, String on) {
    return Cause.of(kind, on(on), null);
  }
}
