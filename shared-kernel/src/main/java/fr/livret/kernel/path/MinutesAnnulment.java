package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.ReviewEvent.AbsenceAnnulled;
import fr.livret.kernel.path.ReviewEvent.CcsAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleRefusalAnnulled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Minutes annulled or replaced by a reasoned act: whatever stands from them on this path never
 * counted, each fact by an event that names them. What another session awarded on the strength of
 * it is called into question, never taken away.
 *
 * <p>Source: arrêté du 8 décembre 2008, annexe, 5.
 */
final class MinutesAnnulment {
  private final AnnulMinutes command;
  private final PathFacts facts;
  private final PathLaw law;
  private final List<PathEvent> events = new ArrayList<>();

  private MinutesAnnulment(AnnulMinutes command, PathFacts facts, PathLaw law) {
    this.command = command;
    this.facts = facts;
    this.law = law;
  }

  static List<PathEvent> decide(AnnulMinutes command, PathFile file, PathLaw law) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    List<PathEvent> undone = new MinutesAnnulment(command, file.facts(), law).undone();
    if (undone.isEmpty()) {
      return Consequences.ofTheDay(file, command.today(), law);
    }
    Cause cause =
        new Cause(Cause.Kind.MINUTES_ANNULLED, command.decidedOn(), null, command.minutes());
    return Consequences.following(undone, file, command.today(), cause, law);
  }

  private List<PathEvent> undone() {
    title();
    ccps();
    refusals();
    absences();
    specialisations();
    return events;
  }

  private void title() {
    Optional.ofNullable(facts.title())
        .filter(award -> command.minutes().equals(award.minutes()))
        .map(Award::heldOn)
        .ifPresent(heldOn ->
            events.add(
                new TitleAnnulled(
                    command.path(),
                    heldOn,
                    command.decidedOn(),
                    command.reason(),
                    command.legalSource(),
                    command.minutes(),
                    rule(RuleName.TITLE_ANNULMENT))));
  }

  private void ccps() {
    facts.standingOn(LocalDate.MAX).stream()
        .filter(one -> command.minutes().equals(one.minutes()))
        .forEach(one ->
            events.add(
                new CcpAnnulled(
                    command.path(),
                    one.ccp(),
                    one.obtainedOn(),
                    command.decidedOn(),
                    command.reason(),
                    command.legalSource(),
                    rule(RuleName.ANNULMENT),
                    command.minutes())));
  }

  private void refusals() {
    facts.refusals().stream()
        .filter(one -> command.minutes().equals(one.minutes()))
        .forEach(one ->
            events.add(
                new TitleRefusalAnnulled(
                    command.path(),
                    one.heldOn(),
                    command.decidedOn(),
                    command.reason(),
                    command.legalSource(),
                    command.minutes(),
                    rule(RuleName.TITLE_ANNULMENT))));
  }

  private void absences() {
    facts.absences().stream()
        .filter(one -> command.minutes().equals(one.minutes()))
        .forEach(one ->
            events.add(
                new AbsenceAnnulled(
                    command.path(),
                    one.heldOn(),
                    command.decidedOn(),
                    command.reason(),
                    command.legalSource(),
                    command.minutes(),
                    rule(RuleName.TITLE_ANNULMENT))));
  }

  private void specialisations() {
    facts.specialisations().stream()
        .filter(one -> command.minutes().equals(one.minutes()))
        .forEach(one ->
            events.add(
                new CcsAnnulled(
                    command.path(),
                    one.ccs(),
                    one.obtainedOn(),
                    command.decidedOn(),
                    command.reason(),
                    command.legalSource(),
                    command.minutes(),
                    rule(RuleName.TITLE_ANNULMENT))));
  }

  private String rule(RuleName name) {
    return law.regime().basis(name).rule();
  }
}
