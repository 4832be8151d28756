package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.TitleRule;
import fr.livret.kernel.law.TitleRule.Interview;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.JuryDecision.Absent;
import fr.livret.kernel.path.JuryDecision.NotAwarded;
import fr.livret.kernel.path.JuryDecision.Partial;
import fr.livret.kernel.path.JuryDecision.Title;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Prerequisite;
import fr.livret.kernel.referentiel.Prerequisite.RequiredFor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a jury decides on a candidate, and what it must rest on. */
final class JurySession {
  /** The element of an assessment that the interview itself is. */
  private static final String INTERVIEW = "ENTRETIEN";

  private final RecordJuryDecision command;
  private final PathFile file;
  private final PathLaw law;

  private JurySession(RecordJuryDecision command, PathFile file, PathLaw law) {
    this.command = command;
    this.file = file;
    this.law = law;
  }

  static List<PathEvent> decide(RecordJuryDecision command, PathFile file, PathLaw law) {
    Days.requirePast("heldOn", command.heldOn(), command.today());
    WithinValidity.require("heldOn", command.heldOn(), command.today(), file, law);
    OnRecevabilite.requireInForce("heldOn", command.heldOn(), file, law);
    if (!(command.decision() instanceof Absent(boolean excused) && excused)) {
      Resitting.require(command.heldOn(), file.facts(), command.grounds().training(), law);
    }
    JurySession session = new JurySession(command, file, law);
    return switch (command.decision()) {
      case Title title -> session.award(title);
      case Partial(var ccps) -> session.grant(ccps);
      case NotAwarded() -> session.refuse();
      case Absent(var excused) -> session.absent(excused);
    };
  }

  private List<PathEvent> award(Title title) {
    OnRecevabilite.requireTitleAskedFor(file, law);
    requirePrerequisites();
    RestsOn restsOn = restsOn();
    if (restsOn == RestsOn.ALL_CCPS) {
      requireAllCcps();
    }
    requireInterview(title, restsOn);
    requireEvidence(title, restsOn);
    TitleAwarded awarded =
        new TitleAwarded(
            command.path(),
            command.heldOn(),
            restsOn,
            title.evidence(),
            title.interviewHeld(),
            law.regime().basis(RuleName.TITLE_DECISION).rule(),
            command.minutes());
    return withConsequences(List.of(awarded), Cause.Kind.TITLE_AWARDED);
  }

  private List<PathEvent> grant(Set<CcpCode> ccps) {
    if (!law.regime().partial().contains(file.pins().route())) {
      throw law.regime()
          .refuse(Refused.PARTIAL_NOT_PROVIDED, Map.of("route", file.pins().route().name()));
    }
    ccps.stream().sorted().forEach(ccp -> CcpGranting.required(ccp, law));
    new InTrainingAssessments(command, file, law).require(ccps);
    List<PathEvent> events = new ArrayList<>();
    String rule = law.regime().basis(RuleName.JURY_PARTIAL).rule();
    OnRecevabilite.requireAskedFor(ccps, file, law);
    if (!OnRecevabilite.ofBlocs(file)) {
      events.add(new TitleRefused(command.path(), command.heldOn(), ccps, rule, command.minutes()));
    }
    for (CcpCode ccp : ccps.stream().sorted().toList()) {
      CcpGranting.requireNotHeld(ccp, command.heldOn(), command.today(), file, law);
      events.add(
          new CcpObtained(
              command.path(),
              ccp,
              command.heldOn(),
              "JURY",
              List.of(),
              Set.of(),
              null,
              rule,
              command.minutes()));
    }
    return withConsequences(events, Cause.Kind.JURY_DECISION);
  }

  private List<PathEvent> refuse() {
    String rule = law.regime().basis(RuleName.TITLE_DECISION).rule();
    return withConsequences(
        List.of(
            new TitleRefused(command.path(), command.heldOn(), Set.of(), rule, command.minutes())),
        Cause.Kind.JURY_DECISION);
  }

  private List<PathEvent> absent(boolean excused) {
    return withConsequences(
        List.of(new CandidateAbsent(command.path(), command.heldOn(), excused, command.minutes())),
        Cause.Kind.JURY_DECISION);
  }

  /**
   * A title session stands for itself; but once a jury has refused the title and granted CCPs, the
   * candidate is on the way of capitalising the others. Whoever was refused without any may sit a
   * whole session again, or have obtained every CCP since.
   */
  private RestsOn restsOn() {
    TitleRule rule = law.regime().titleRule(file.pins().route());
    boolean session =
        rule.restsOn() == RestsOn.SESSION
            && (refusals().noneMatch(PathFacts.TitleRefusal::ccpsGranted) || nothingCounts())
            && !(refusedBefore() && missingCcps().isEmpty());
    return session ? RestsOn.SESSION : RestsOn.ALL_CCPS;
  }

  /** Once all that was granted has lapsed there is nothing left to add to. */
  private boolean nothingCounts() {
    return window().held().isEmpty();
  }

  private boolean refusedBefore() {
    return refusals().findAny().isPresent();
  }

  private Stream<PathFacts.TitleRefusal> refusals() {
    return file.facts().refusals().stream()
        .filter(refusal -> !refusal.heldOn().isAfter(command.heldOn()));
  }

  private void requirePrerequisites() {
    LocalDate day = command.heldOn();
    List<String> missing =
        law.referentiel().prerequisites().stream()
            .filter(one -> one.requiredFor() == RequiredFor.TITLE)
            .map(Prerequisite::code)
            .filter(kind ->
                command.grounds().certificates().stream()
                    .noneMatch(one -> one.kind().equals(kind) && one.validOn(day)))
            .toList();
    if (!missing.isEmpty()) {
      throw law.regime()
          .refuse(Refused.PREREQUISITE_MISSING, Map.of("missing", missing, "date", day));
    }
  }

  private List<CcpCode> missingCcps() {
    return window().missing(law.referentiel().ccpCodes());
  }

  private Window window() {
    return CapitalisationWindow.seenOn(command.today(), command.heldOn(), file.facts(), law);
  }

  private void requireAllCcps() {
    List<CcpCode> missing = missingCcps();
    if (!missing.isEmpty()) {
      throw law.regime()
          .refuse(
              Refused.CCPS_MISSING,
              Map.of(
                  "missing", missing.stream().map(CcpCode::value).toList(),
                  "date", command.heldOn()));
    }
  }

  private void requireInterview(Title title, RestsOn restsOn) {
    TitleRule rule = law.regime().titleRule(file.pins().route());
    Interview interview =
        restsOn == RestsOn.ALL_CCPS && refusedBefore()
            ? rule.interviewAfterRefusal()
            : rule.interview();
    if (interview == Interview.REQUIRED && !title.interviewHeld()) {
      throw law.regime()
          .refuse(
              Refused.INTERVIEW_REQUIRED,
              Map.of("route", file.pins().route().name(), "date", command.heldOn()));
    }
  }

  private void requireEvidence(Title title, RestsOn restsOn) {
    TitleRule rule = law.regime().titleRule(file.pins().route());
    if (restsOn != rule.restsOn()) {
      return; // What the session would have shown, the CCPs obtained since have shown.
    }
    Set<String> evidence = new HashSet<>(title.evidence());
    if (title.interviewHeld()) {
      evidence.add(INTERVIEW);
    }
    List<String> missing =
        Evidence.missing(law.referentiel().titleAssessment(file.pins().route()), evidence);
    Evidence.requireNone(
        new InTrainingAssessments(command, file, law).named(missing),
        Refused.TITLE_EVIDENCE_MISSING,
        law.regime());
  }

  private List<PathEvent> withConsequences(List<PathEvent> facts, Cause.Kind kind) {
    Cause cause = new Cause(kind, command.heldOn(), null, command.minutes());
    return Consequences.following(facts, file, command.today(), cause, law);
  }
}
