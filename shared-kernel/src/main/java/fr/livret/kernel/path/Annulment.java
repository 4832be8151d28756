package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathState.Titled;
import fr.livret.kernel.referentiel.CcpCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A CCP taken away by a reasoned decision: the window is derived anew without it. A title already
 * awarded is never withdrawn by this; it is called into question, for an officer to decide.
 */
final class Annulment {
  private Annulment() {}

  static List<PathEvent> decide(AnnulCcp command, PathFile file, PathLaw law) {
    CcpAnnulled annulled = annul(command, file, law);
    List<PathEvent> events = new ArrayList<>();
    events.add(annulled);
    events.addAll(Consequences.of(file.evolve(annulled), command.today(), cause(command), law));
    return events;
  }

  static List<PathEvent> afterTitle(AnnulCcp command, Titled titled, PathLaw law) {
    CcpAnnulled annulled = annul(command, titled.file(), law);
    PathFile after = titled.file().evolve(annulled);
    List<PathEvent> events = new ArrayList<>();
    events.add(annulled);
    events.addAll(Consequences.of(after, command.today(), cause(command), law));
    after
        .facts()
        .titleBy(command.today())
        .filter(award -> award.restsOn() == RestsOn.ALL_CCPS)
        .map(award -> CapitalisationWindow.asOf(command.today(), after.facts(), law))
        .map(window -> window.missing(law.referentiel().ccpCodes()))
        .filter(missing -> !missing.isEmpty())
        .ifPresent(missing ->
            events.add(
                new TitleCalledIntoQuestion(
                    command.path(), new HashSet<>(missing), cause(command))));
    return events;
  }

  private static CcpAnnulled annul(AnnulCcp command, PathFile file, PathLaw law) {
    CcpCode code = CcpGranting.required(command.ccp(), law).code();
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    Obtaining obtaining =
        file.facts()
            .latestStanding(code, command.decidedOn())
            .orElseThrow(() ->
                law.regime()
                    .refuse(
                        Refused.CCP_NOT_OBTAINED,
                        Map.of("ccp", code.value(), "decidedOn", command.decidedOn())));
    return new CcpAnnulled(
        command.path(),
        code,
        obtaining.obtainedOn(),
        command.decidedOn(),
        command.reason(),
        command.legalSource(),
        law.regime().basis(RuleName.ANNULMENT).rule());
  }

  private static Cause cause(AnnulCcp command) {
    return new Cause(Cause.Kind.CCP_ANNULLED, command.decidedOn(), command.ccp());
  }
}
