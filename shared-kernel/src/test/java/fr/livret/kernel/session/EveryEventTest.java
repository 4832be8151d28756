package fr.livret.kernel.session;

import static fr.livret.kernel.session.MinutesTest.annul;
import static fr.livret.kernel.session.MinutesTest.rectify;
import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.BORIS;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.convoke;
import static fr.livret.kernel.session.Words.decide;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.outcome;
import static fr.livret.kernel.session.Words.partial;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.present;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.sign;
import static fr.livret.kernel.session.Words.title;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.session.Effect.Kind;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.DecideRefusalAppeal;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.RefuseAnnulment;
import fr.livret.kernel.session.SessionCommand.RegisterMinutes;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.session.SessionCommand.WithdrawCandidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every event is decided by some command, folded, and dated. */
class EveryEventTest {

  private static Function<Stage, SessionCommand> always(SessionCommand command) {
    return _ -> command;
  }

  private static SessionCommand note(Kind kind, Unrecorded... refused) {
    return new NoteEffect(SESSION, new Effect(kind, ANNA, 1), List.of(refused), on("2014-10-02"));
  }

  private static List<List<Function<Stage, SessionCommand>>> stories() {
    List<Function<Stage, SessionCommand>> held =
        List.of(
            always(plan(SessionKind.TITLE, AMIS_2013, HELD)),
            always(appoint(professional("J1"))),
            always(appoint(professional("J2"))),
            enrol(ANNA),
            enrol(BORIS),
            always(
                new WithdrawCandidate(SESSION, BORIS, on("2014-05-02"), "Désistement", on(TODAY))),
            enrol(BORIS),
            always(convoke("2014-05-12", "J1", "J2")),
            always(convoke("2014-05-12", ANNA, BORIS)));
    return List.of(
        join(
            held,
            List.of(
                always(present("J1")),
                always(new ReportAbsence(SESSION, on(HELD), null, null, on(TODAY))))),
        join(
            held,
            List.of(
                always(present("J1", "J2")),
                decide(title(ANNA)),
                decide(outcome(BORIS, Outcome.REFUSED)),
                sign(HELD, "J1", "J2"),
                always(note(Kind.RECORD)),
                always(new RegisterMinutes(SESSION, "1", null, on("2014-06-20"), on(TODAY))),
                always(new NotifyResults(SESSION, on("2014-06-25"), on(TODAY))),
                rectify("2014-07-01", partial(BORIS, "CCP1")),
                always(new RefuseAnnulment(SESSION, on("2014-07-10"), "Non fondée", on(TODAY))),
                always(
                    new AppealRefusal(
                        SESSION, AppealBody.CONTENTIOUS, on("2014-07-20"), on(TODAY))),
                always(
                    new DecideRefusalAppeal(
                        SESSION, 1, on("2014-09-01"), AppealOutcome.GRANTED, "Fondé", on(TODAY))),
                always(annul("2014-10-01")),
                always(note(Kind.UNDO)),
                always(
                    new NoteEffect(
                        SESSION,
                        new Effect(Kind.UNDO, BORIS, 2),
                        List.of(new Unrecorded("AnnulMinutes", "UNKNOWN", Map.of())),
                        on("2014-10-02"))))));
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  @Test
  void every_event_is_decided_and_folded_by_some_story() {
    Set<Class<?>> seen = new HashSet<>();
    for (List<Function<Stage, SessionCommand>> commands : stories()) {
      Stage stage = Stage.set(AMIS_2013, Route.TRAINING, ANNA, BORIS);
      for (Function<Stage, SessionCommand> command : commands) {
        stage = stage.when(command).accepted();
        for (SessionEvent event : stage.events()) {
          seen.add(event.getClass());
          assertThat(event.session()).isEqualTo(SESSION);
          assertThat(event.effectiveOn()).isBetween("2014-05-01", "2014-10-02");
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(SessionEvent.class.getPermittedSubclasses());
  }
}
