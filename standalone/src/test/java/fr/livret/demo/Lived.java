package fr.livret.demo;

import fr.livret.demo.Step.Absent;
import fr.livret.demo.Step.CcpAnnulled;
import fr.livret.demo.Step.CcpObtained;
import fr.livret.demo.Step.Certified;
import fr.livret.demo.Step.Opened;
import fr.livret.demo.Step.Surveyed;
import fr.livret.demo.Step.TitleAwarded;
import fr.livret.demo.Step.TitleRefused;
import fr.livret.demo.Step.TrainingDeed;
import fr.livret.demo.Step.TrainingStarted;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.CapitalisationWindow;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.JuryDecision;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.RecordSurvey;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.path.Window;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.training.TrainingRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A story lived through in the kernel alone, without a server: what came of its paths. */
final class Lived {
  private static final RegimeLibrary REGIMES = RegimeLibrary.load(Optional.empty());

  private final LocalDate today;
  private final List<Certificate> certificates = new ArrayList<>();
  private final List<Path> paths = new ArrayList<>();
  private final List<LivedTraining> trainings = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();
  private final LivedVae vae;

  private Lived(LocalDate today) {
    this.today = today;
    this.vae = new LivedVae(REGIMES, today);
  }

  /** A path and the law it is under. */
  record Path(PathLaw law, PathState state, List<PathEvent> events) {
    Window window(LocalDate on) {
      return CapitalisationWindow.asOf(on, state.opened().orElseThrow().facts(), law);
    }
  }

  static Lived through(Scenario scenario, LocalDate today) {
    Lived lived = new Lived(today);
    scenario.steps().forEach(lived::live);
    return lived;
  }

  List<Path> paths() {
    return List.copyOf(paths);
  }

  /** Every step that did not end as it was meant to. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  private void live(Step step) {
    @Nullable Refused refused = null;
    try {
      if (step.deed() instanceof Certified(var kind, var from, var through, _)) {
        certificates.add(new Certificate(kind, from, through));
      } else if (step.deed() instanceof Opened opened) {
        open(opened);
      } else if (step.deed() instanceof TrainingStarted started) {
        trainings.add(LivedTraining.started(started, today));
      } else if (step.deed() instanceof TrainingDeed deed) {
        trainings.set(trainings.size() - 1, trainings.getLast().after(deed, today));
      } else if (LivedVae.isOfVae(step.deed())) {
        vae.live(step.deed());
      } else {
        Path path = paths.getLast();
        PathId id = path.state.opened().orElseThrow().pins().path();
        paths.set(paths.size() - 1, told(path, command(step, id)));
      }
    } catch (Refusal refusal) {
      refused = refusal.code();
    }
    if (refused != step.meantRefusal()) {
      surprises.add(step + " -> " + refused);
    }
  }

  private void open(Opened opened) {
    Referentiel referentiel = Title.of(opened.certification()).referentiel();
    PathLaw law =
        new PathLaw(REGIMES.latest(referentiel.regime()), referentiel, 1)
            .admittedUnder(opened.route() == Route.VAE ? vae.regime() : null);
    OpenPath command =
        new OpenPath(
            new PathId(new UUID(1, paths.size())),
            LivedVae.CANDIDATE,
            referentiel.code(),
            1,
            opened.route(),
            opened.access(),
            opened.day(),
            opened.route() == Route.VAE ? vae.last() : null,
            List.of(),
            today);
    paths.add(told(new Path(law, new PathState.NotOpened(), List.of()), command));
  }

  private static Path told(Path path, PathCommand command) {
    List<PathEvent> decided = PathDecider.decide(command, path.state, path.law);
    PathState state = path.state;
    for (PathEvent event : decided) {
      state = PathState.evolve(state, event);
    }
    List<PathEvent> events = new ArrayList<>(path.events);
    events.addAll(decided);
    return new Path(path.law, state, events);
  }

  private PathCommand command(Step step, PathId path) {
    return switch (step.deed()) {
      case Certified _,
          Opened _,
          TrainingDeed _,
          Step.VaeFiled _,
          Step.VaeComplete _,
          Step.VaeSupplement _,
          Step.VaeDecided _ ->
          throw new IllegalStateException("not about a path");
      case CcpObtained(var ccp, var day, var seats, var evidence, var session) ->
          new RecordCcp(
              path,
              new CcpCode(ccp),
              day,
              seats.stream()
                  .map(seat ->
                      new Evaluator(seat.evaluator().id(), null, seat.role(), seat.ownTrainer()))
                  .toList(),
              Set.copyOf(evidence),
              session,
              null,
              today);
      case CcpAnnulled(var ccp, var day, var reason, var source) ->
          new AnnulCcp(path, new CcpCode(ccp), day, reason, source, today);
      case TitleAwarded(var day, var evidence, var interview) ->
          jury(path, day, new JuryDecision.Title(new HashSet<>(evidence), interview));
      case TitleRefused(var day, var granted) ->
          jury(
              path,
              day,
              granted.isEmpty()
                  ? new JuryDecision.NotAwarded()
                  : new JuryDecision.Partial(
                      granted.stream().map(CcpCode::new).collect(Collectors.toSet())));
      case Absent(var day, var excused) -> jury(path, day, new JuryDecision.Absent(excused));
      case Surveyed(var after, var day, var employed, var inOccupation) ->
          new RecordSurvey(path, after, day, employed, inOccupation, today);
    };
  }

  private RecordJuryDecision jury(PathId path, LocalDate day, JuryDecision decision) {
    PathLaw law = paths.getLast().law();
    TrainingRecord record =
        new TrainingRecord(
            trainings.stream()
                .map(LivedTraining::file)
                .filter(file -> file.pins().certification().equals(law.referentiel().code()))
                .toList());
    Grounds grounds = new Grounds(certificates, record);
    return new RecordJuryDecision(path, day, decision, grounds, null, today);
  }
}
