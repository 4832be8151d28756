package fr.livret.query.training;

import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.PlannedHours;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.training.Efa;
import fr.livret.kernel.training.ModuleHours;
import fr.livret.kernel.training.Outcome;
import fr.livret.kernel.training.Positioning;
import fr.livret.kernel.training.Positioning.Priority;
import fr.livret.kernel.training.Qcm;
import fr.livret.kernel.training.Score;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.training.TrainingState.TrainingEnded;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Moment;
import fr.livret.query.training.TrainingAnswer.AsOf;
import fr.livret.query.training.TrainingAnswer.BlocShown;
import fr.livret.query.training.TrainingAnswer.CcpShown;
import fr.livret.query.training.TrainingAnswer.EfaShown;
import fr.livret.query.training.TrainingAnswer.GainShown;
import fr.livret.query.training.TrainingAnswer.HoursShown;
import fr.livret.query.training.TrainingAnswer.ModuleShown;
import fr.livret.query.training.TrainingAnswer.PositioningShown;
import fr.livret.query.training.TrainingAnswer.PriorityShown;
import fr.livret.query.training.TrainingAnswer.ProgrammeShown;
import fr.livret.query.training.TrainingAnswer.RemarkShown;
import fr.livret.query.training.TrainingAnswer.ScoreShown;
import fr.livret.query.training.TrainingAnswer.TestShown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a training shows on a day: everything derived from its facts and from what it pinned. */
final class TrainingView {
  private static final RemarkShown NO_PROGRAMME =
      new RemarkShown(
          "NO_PROGRAMME",
          "La formation ne suit aucun programme connu : ni heures prévues, ni seuil de"
              + " positionnement.");
  private static final RemarkShown NO_THRESHOLD =
      new RemarkShown(
          "NO_THRESHOLD", "Le programme ne fixe aucun seuil de positionnement : aucune priorité.");
  private static final RemarkShown INSTRUMENTS_DIFFER =
      new RemarkShown(
          "INSTRUMENTS_DIFFER",
          "Le gain compare deux instruments différents : il n'est qu'une indication.");

  private final KnownTraining training;
  private final TrainingFile file;
  private final Referentiel referentiel;
  private final @Nullable ProgrammePublished programme;
  private final Moment moment;
  private final List<Priority> priorities;

  TrainingView(
      KnownTraining training,
      Referentiel referentiel,
      @Nullable ProgrammePublished programme,
      Moment moment) {
    this.training = training;
    this.file = training.state().started().orElseThrow();
    this.referentiel = referentiel;
    this.programme = programme;
    this.moment = moment;
    this.priorities = priorities();
  }

  private List<Priority> priorities() {
    @Nullable Qcm entry = file.entryTest();
    if (entry == null || programme == null || programme.content().positioning() == null) {
      return List.of();
    }
    return Positioning.priorities(entry, programme.content().positioning(), programme.content());
  }

  TrainingAnswer answer(CandidateName candidate) {
    TrainingFile.Pins pins = file.pins();
    @Nullable TrainingEnded ended = training.state() instanceof TrainingEnded over ? over : null;
    return new TrainingAnswer(
        pins.training().value(),
        training.version(),
        pins.candidate().value(),
        candidate,
        pins.certification().value(),
        pins.certificationVersion(),
        referentiel.title(),
        programme(),
        pins.centre(),
        pins.startedOn(),
        ended == null ? null : ended.endedOn(),
        status(training.state()),
        hours(),
        blocs(),
        otherModules(),
        test(file.entryTest()),
        test(file.exitTest()),
        gain(),
        file.mockExams().stream()
            .sorted(Comparator.comparing(Qcm::takenOn))
            .map(TrainingView::shown)
            .toList(),
        file.efas().stream()
            .sorted(Comparator.comparing(Efa::assessedOn).thenComparing(Efa::ccp))
            .map(TrainingView::shown)
            .toList(),
        positioning(),
        remarks(),
        new AsOf(moment.effectiveOn(), moment.knownAt()));
  }

  private static TrainingStatus status(TrainingState state) {
    return switch (state) {
      case TrainingState.NotStarted _, TrainingState.InTraining _ -> TrainingStatus.IN_TRAINING;
      case TrainingEnded(_, _, var outcome) ->
          outcome == Outcome.COMPLETED ? TrainingStatus.COMPLETED : TrainingStatus.ABANDONED;
    };
  }

  private @Nullable ProgrammeShown programme() {
    return programme == null
        ? null
        : new ProgrammeShown(
            programme.programme().value(),
            programme.version(),
            programme.content().title(),
            programme.content().source(),
            programme.content().months());
  }

  private HoursShown hours() {
    BigDecimal done = file.hoursDone();
    if (programme == null) {
      return new HoursShown(done, null, null, null);
    }
    PlannedHours planned = programme.content().hours();
    return planned.fixed()
        ? new HoursShown(done, planned.atLeast(), null, null)
        : new HoursShown(done, null, planned.atLeast(), planned.atMost());
  }

  private List<BlocShown> blocs() {
    List<Bloc> planned = programme == null ? List.of() : programme.content().blocs();
    Set<CcpCode> served =
        planned.stream().flatMap(bloc -> bloc.ccps().stream()).collect(Collectors.toSet());
    return Stream.concat(
            planned.stream().map(this::bloc),
            referentiel.ccps().stream()
                .filter(ccp -> !served.contains(ccp.code()))
                .map(this::unplanned))
        .toList();
  }

  private BlocShown bloc(Bloc bloc) {
    return new BlocShown(
        bloc.code(),
        bloc.title(),
        bloc.transversal(),
        bloc.recordable().stream().map(file::hoursOf).reduce(BigDecimal.ZERO, BigDecimal::add),
        bloc.planned().orElse(null),
        modules(bloc),
        bloc.ccps().stream()
            .flatMap(code -> referentiel.ccp(code).stream())
            .map(this::ccp)
            .toList());
  }

  private BlocShown unplanned(Ccp ccp) {
    return new BlocShown(
        ccp.code().value(), ccp.title(), false, null, null, List.of(), List.of(ccp(ccp)));
  }

  private List<ModuleShown> modules(Bloc bloc) {
    return bloc.modules().stream()
        .map(module ->
            new ModuleShown(
                module.code(), module.title(), file.hoursOf(module.code()), module.hours()))
        .toList();
  }

  private List<ModuleShown> otherModules() {
    List<String> planned = programme == null ? List.of() : programme.content().recordable();
    return file.hours().stream()
        .map(ModuleHours::module)
        .filter(module -> !planned.contains(module))
        .distinct()
        .sorted()
        .map(module -> new ModuleShown(module, null, file.hoursOf(module), null))
        .toList();
  }

  private CcpShown ccp(Ccp ccp) {
    CcpCode code = ccp.code();
    @Nullable Score entry = score(file.entryTest(), code);
    @Nullable Score exit = score(file.exitTest(), code);
    return new CcpShown(
        code.value(),
        ccp.title(),
        entry == null ? null : shown(entry),
        exit == null ? null : shown(exit),
        entry == null || exit == null ? null : exit.gainOver(entry),
        file.latestEfa(code).map(TrainingView::shown).orElse(null),
        priorities.stream().anyMatch(priority -> priority.ccp().equals(code)));
  }

  private static @Nullable Score score(@Nullable Qcm test, CcpCode ccp) {
    return test == null ? null : test.score(ccp).orElse(null);
  }

  private @Nullable GainShown gain() {
    @Nullable Qcm entry = file.entryTest();
    @Nullable Qcm exit = file.exitTest();
    return entry == null || exit == null
        ? null
        : new GainShown(
            entry.instrument(), exit.instrument(), entry.instrument().equals(exit.instrument()));
  }

  private @Nullable PositioningShown positioning() {
    @Nullable Threshold threshold = programme == null ? null : programme.content().positioning();
    if (threshold == null || file.entryTest() == null) {
      return null;
    }
    return new PositioningShown(
        threshold.priorityBelow(),
        threshold.source(),
        threshold.mark().sign(),
        priorities.stream().map(this::shown).toList());
  }

  private PriorityShown shown(Priority priority) {
    return new PriorityShown(
        priority.ccp().value(),
        referentiel.ccp(priority.ccp()).map(Ccp::title).orElse(""),
        priority.score().percent(),
        priority.servedBy().stream().map(Bloc::code).toList(),
        priority.servedBy().stream().flatMap(bloc -> modules(bloc).stream()).toList());
  }

  private List<RemarkShown> remarks() {
    List<RemarkShown> remarks = new ArrayList<>();
    if (programme == null) {
      remarks.add(NO_PROGRAMME);
    } else if (programme.content().positioning() == null) {
      remarks.add(NO_THRESHOLD);
    }
    @Nullable GainShown gain = gain();
    if (gain != null && !gain.sameInstrument()) {
      remarks.add(INSTRUMENTS_DIFFER);
    }
    return remarks;
  }

  private static @Nullable TestShown test(@Nullable Qcm test) {
    return test == null ? null : shown(test);
  }

  private static TestShown shown(Qcm test) {
    return new TestShown(
        test.takenOn(),
        test.instrument(),
        test.scores().stream().map(TrainingView::shown).toList());
  }

  private static ScoreShown shown(Score score) {
    return new ScoreShown(score.ccp().value(), score.points(), score.outOf(), score.percent());
  }

  private static EfaShown shown(Efa efa) {
    return new EfaShown(efa.ccp().value(), efa.assessedOn(), efa.result());
  }
}
