package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.referentiel.CcpCode;
import java.util.List;
import java.util.Map;

/**
 * A CCP taken away by a reasoned decision: the window is derived anew without it. A title already
 * awarded is never withdrawn by this; it is called into question, for an officer to decide.
 */
final class Annulment {
  private Annulment() {}

  static List<PathEvent> decide(AnnulCcp command, PathFile file, PathLaw law) {
    Cause cause = Cause.of(Cause.Kind.CCP_ANNULLED, command.decidedOn(), command.ccp());
    return Consequences.following(
        List.of(annul(command, file, law)), file, command.today(), cause, law);
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
        law.regime().basis(RuleName.ANNULMENT).rule(),
        obtaining.minutes());
  }
}
