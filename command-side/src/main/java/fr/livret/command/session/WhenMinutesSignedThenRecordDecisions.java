package fr.livret.command.session;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Histories;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.referentiel.LawBook;
import fr.livret.command.session.SessionErrands.Errand;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.Effect;
import fr.livret.kernel.session.Effects;
import fr.livret.kernel.session.Minutes;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import fr.livret.kernel.session.SessionState;
import fr.livret.kernel.session.Unrecorded;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings to each path what signed minutes decide on it, what a rectification decides instead, and
 * what an annulment undoes.
 *
 * <p>Exactly once: each command to a path has an id that follows from the session, the edition and
 * the path, which the path remembers; so a run may be cut short anywhere, repeated, or made on two
 * nodes at once. In order: what fails on a path keeps the later errands of that path waiting, and
 * of no other. What the law of a path refuses is noted on the session, for an officer.
 */
@Component
class WhenMinutesSignedThenRecordDecisions {
  private static final Logger log =
      LoggerFactory.getLogger(WhenMinutesSignedThenRecordDecisions.class);
  private static final String NAME = "minutes";
  private static final int PAGE = 500;

  private final SessionErrands errands;
  private final Commands commands;
  private final Histories histories;
  private final Standings standings;
  private final LawBook laws;
  private final Clock clock;

  WhenMinutesSignedThenRecordDecisions(
      SessionErrands errands,
      Commands commands,
      Histories histories,
      Standings standings,
      LawBook laws,
      Clock clock) {
    this.errands = errands;
    this.commands = commands;
    this.histories = histories;
    this.standings = standings;
    this.laws = laws;
    this.clock = clock;
  }

  /** Runs every errand there is, one run at a time. */
  @Scheduled(fixedDelayString = "${livret.minutes.period:PT0.2S}")
  synchronized void run() {
    Set<PathId> waiting = new HashSet<>();
    long last = 0;
    List<Errand> page;
    do {
      page = errands.after(last, PAGE);
      for (Errand errand : page) {
        last = errand.id();
        if (!waiting.contains(errand.effect().path()) && !brought(errand)) {
          waiting.add(errand.effect().path());
        }
      }
    } while (page.size() == PAGE);
  }

  private boolean brought(Errand errand) {
    try {
      bring(errand);
      errands.done(errand);
      return true;
    } catch (RuntimeException e) {
      log.error("{} of session {} could not be brought", errand.effect(), errand.session(), e);
      return false;
    }
  }

  private void bring(Errand errand) {
    Effect effect = errand.effect();
    SessionState state = histories.session(errand.session());
    if (state.signedMinutes().map(Minutes::noted).orElse(Set.of()).contains(effect)) {
      return; // It was brought, and then the run was cut short.
    }
    LocalDate today = LocalDate.now(clock);
    List<Unrecorded> refused = new ArrayList<>();
    int step = 0;
    for (PathCommand command : steps(errand, state, today)) {
      step++;
      try {
        commands.send(command, origin(errand, "step/" + step));
      } catch (Refusal refusal) {
        refused.add(unrecorded(command, refusal));
      }
    }
    commands.send(new NoteEffect(errand.session(), effect, refused, today), origin(errand, "note"));
  }

  private List<PathCommand> steps(Errand errand, SessionState state, LocalDate today) {
    return Effects.of(
        errand.session(),
        errand.effect(),
        state,
        SessionLaw.of(state, laws),
        standings.of(errand.effect().path()),
        today);
  }

  /** The same for the same step of the same errand, whenever and wherever it is run. */
  private static Origin origin(Errand errand, String step) {
    Effect effect = errand.effect();
    String minutes = NAME + "/" + errand.session() + "/" + effect.edition();
    return Origin.automation(
        NAME, minutes, minutes + "/" + effect.kind() + "/" + effect.path() + "/" + step);
  }

  private static Unrecorded unrecorded(PathCommand command, Refusal refusal) {
    Map<String, String> facts = new HashMap<>();
    refusal.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
    String what = command.getClass().getSimpleName();
    return new Unrecorded(
        command instanceof RecordCcp ccp ? what + " " + ccp.ccp() : what,
        refusal.code().name(),
        facts);
  }
}
