package fr.livret.query;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.JuryDecision;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ValidityChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One path, its commands decided by the kernel and its events stored, as they would really be. */
public final class Travel {
  private final World world;
  private final PathId id = new PathId(UUID.randomUUID());
  private final PathLaw law;

  private Travel(World world, PathLaw law) {
    this.world = world;
    this.law = law;
  }

  /** Opens a path on that day. */
  public static Travel open(
      World world, CandidateId candidate, ReferentielCode code, Route route, String openedOn) {
    ReferentielPublished published = world.published(code);
    PathLaw law =
        new PathLaw(
            world.regimes().latest(published.content().regime()),
            published.content(),
            published.version());
    Travel travel = new Travel(world, law);
    LocalDate day = LocalDate.parse(openedOn);
    travel.command(
        new OpenPath(
            travel.id,
            candidate,
            code,
            published.version(),
            route,
            Access.impliedBy(route),
            day,
            null,
            List.of(),
            day),
        openedOn);
    return travel;
  }

  public String id() {
    return id.toString();
  }

  public PathId path() {
    return id;
  }

  public PathLaw law() {
    return law;
  }

  public String version() {
    return Long.toString(world.version(id()));
  }

  public Travel ccp(String ccp, String obtainedOn) {
    return ccp(ccp, obtainedOn, obtainedOn);
  }

  public Travel ccp(String ccp, String obtainedOn, String recordedOn) {
    Evaluator professional = new Evaluator(null, null, EvaluatorRole.PROFESSIONAL, false);
    return ccp(ccp, obtainedOn, recordedOn, professional);
  }

  public Travel ccp(String ccp, String obtainedOn, String recordedOn, Evaluator professional) {
    CcpCode code = new CcpCode(ccp);
    Evaluator trainer = new Evaluator(null, null, EvaluatorRole.TRAINER, false);
    Evaluator second = new Evaluator(null, null, EvaluatorRole.PROFESSIONAL, false);
    return command(
        new RecordCcp(
            id,
            code,
            LocalDate.parse(obtainedOn),
            List.of(professional, second, trainer),
            required(law.referentiel().ccp(code).orElseThrow().assessment()),
            null,
            null,
            LocalDate.parse(recordedOn)),
        recordedOn);
  }

  public Travel annul(String ccp, String decidedOn) {
    LocalDate day = LocalDate.parse(decidedOn);
    return command(
        new AnnulCcp(id, new CcpCode(ccp), day, "session annulled", null, day), decidedOn);
  }

  public Travel title(String heldOn, Route route) {
    LocalDate day = LocalDate.parse(heldOn);
    Set<String> evidence = required(law.referentiel().titleAssessment(route));
    return command(
        new RecordJuryDecision(
            id, day, new JuryDecision.Title(evidence, true), Grounds.NONE, null, day),
        heldOn);
  }

  public Travel closed(String decidedOn) {
    LocalDate day = LocalDate.parse(decidedOn);
    return command(
        new NoteValidityChange(id, new ValidityChange.Closure(day, "JO"), day), decidedOn);
  }

  public Travel prorogued(String decidedOn, String until) {
    LocalDate day = LocalDate.parse(decidedOn);
    return command(
        new NoteValidityChange(
            id, new ValidityChange.Prorogation(day, LocalDate.parse(until), "JO"), day),
        decidedOn);
  }

  /** The clock's round of that day. */
  public Travel day(String day) {
    return command(new WitnessDay(id, LocalDate.parse(day)), day);
  }

  /** Stores an event nobody decided. */
  public Travel forged(PathEvent event, String recordedOn) {
    world.store("path", id(), MovableClock.noon(recordedOn), List.of(event));
    return this;
  }

  private Travel command(PathCommand command, String recordedOn) {
    PathState state = new PathState.NotOpened();
    for (Object event : world.stream(id())) {
      state = PathState.evolve(state, (PathEvent) event);
    }
    List<PathEvent> decided = PathDecider.decide(command, state, law);
    if (!decided.isEmpty()) {
      world.store("path", id(), MovableClock.noon(recordedOn), decided);
    }
    return this;
  }

  private static Set<String> required(List<AssessmentElement> elements) {
    return elements.stream()
        .filter(AssessmentElement::required)
        .map(AssessmentElement::code)
        .collect(Collectors.toSet());
  }
}
