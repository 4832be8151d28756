package fr.livret.query;

import fr.livret.form.law.ProgrammeDocument;
import fr.livret.form.law.ShippedProgrammes;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.Outcome;
import fr.livret.kernel.training.Qcm;
import fr.livret.kernel.training.Score;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.EndTraining;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingDecider;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingId;
import fr.livret.kernel.training.TrainingLaw;
import fr.livret.kernel.training.TrainingState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One training, decided by the kernel and its events stored, as they would really be. */
public final class Schooling {
  private final World world;
  private final TrainingId id = new TrainingId(UUID.randomUUID());
  private final TrainingLaw law;

  private Schooling(World world, TrainingLaw law) {
    this.world = world;
    this.law = law;
  }

  /** A programme like a shipped one for that title, under the title's code. */
  public static ProgrammePublished programme(World world, String shipped, ReferentielCode title) {
    return programme(world, shipped, title, "");
  }

  /** The next version of it; {@code more} is YAML that makes it another content. */
  public static ProgrammePublished programme(
      World world, String shipped, ReferentielCode title, String more) {
    ProgrammeDocument like =
        ShippedProgrammes.all().stream()
            .filter(it -> it.content().code().value().equals(shipped))
            .findFirst()
            .orElseThrow();
    String json =
        like.json()
            .replace("\"code\":\"" + shipped + "\"", "\"code\":\"" + title + "\"")
            .replace(
                "\"certification\":\"" + like.content().certification() + "\"",
                "\"certification\":\"" + title + "\"" + more);
    ProgrammeDocument own = ProgrammeDocument.parse(json, "test");
    String stream = "programme:" + title;
    ProgrammePublished published =
        new ProgrammePublished(
            own.content().code(),
            1 + world.stream(stream).size(),
            own.content(),
            own.json(),
            own.sha256(),
            LocalDate.of(2013, 1, 7));
    world.store("programme", stream, MovableClock.noon("2013-01-07"), List.of(published));
    return published;
  }

  /** Starts a training on that day. */
  public static Schooling start(
      World world,
      CandidateId candidate,
      ReferentielCode code,
      @Nullable ProgrammePublished programme,
      String startedOn,
      @Nullable String centre) {
    ReferentielPublished published = world.published(code);
    Programme content = programme == null ? null : programme.content();
    Schooling schooling = new Schooling(world, new TrainingLaw(published.content(), content));
    LocalDate day = LocalDate.parse(startedOn);
    return schooling.command(
        new StartTraining(
            schooling.id,
            candidate,
            code,
            published.version(),
            programme == null
                ? null
                : new ProgrammeVersion(programme.programme(), programme.version()),
            day,
            centre,
            day),
        startedOn);
  }

  public String id() {
    return id.toString();
  }

  /** Scores as in {@code CCP1 7/20}. */
  public Schooling entry(String takenOn, String instrument, String... scores) {
    Qcm test = test(takenOn, instrument, scores);
    return command(new RecordEntryTest(id, test, test.takenOn()), takenOn);
  }

  public Schooling exit(String takenOn, String instrument, String... scores) {
    Qcm test = test(takenOn, instrument, scores);
    return command(new RecordExitTest(id, test, test.takenOn()), takenOn);
  }

  public Schooling mock(String takenOn, String... scores) {
    Qcm test = test(takenOn, "EB", scores);
    return command(new RecordMockExam(id, test, test.takenOn()), takenOn);
  }

  public Schooling followed(String module, String hours, String on) {
    return followed(module, hours, on, on);
  }

  public Schooling followed(String module, String hours, String on, String recordedOn) {
    return command(
        new RecordModule(
            id, module, new BigDecimal(hours), LocalDate.parse(on), LocalDate.parse(recordedOn)),
        recordedOn);
  }

  public Schooling efa(String ccp, String assessedOn, EfaResult result) {
    LocalDate day = LocalDate.parse(assessedOn);
    return command(new RecordEfa(id, new CcpCode(ccp), day, result, day), assessedOn);
  }

  public Schooling end(String endedOn, Outcome outcome) {
    LocalDate day = LocalDate.parse(endedOn);
    return command(new EndTraining(id, day, outcome, day), endedOn);
  }

  private static Qcm test(String takenOn, String instrument, String... scores) {
    return new Qcm(
        LocalDate.parse(takenOn),
        instrument,
        Stream.of(scores)
            .map(score -> score.split("[ /]", -1))
            .map(parts ->
                new Score(
                    new CcpCode(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2])))
            .toList());
  }

  private Schooling command(TrainingCommand command, String recordedOn) {
    TrainingState state = new TrainingState.NotStarted();
    for (Object event : world.stream(id())) {
      state = TrainingState.evolve(state, (TrainingEvent) event);
    }
    List<TrainingEvent> decided = TrainingDecider.decide(command, state, law);
    world.store("training", id(), MovableClock.noon(recordedOn), decided);
    return this;
  }
}
