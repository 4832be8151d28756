package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathState.Titled;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.Ccs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A CCS after its title: no delay runs, but the title must be there on the day. */
final class Specialisation {
  private Specialisation() {}

  static List<PathEvent> decide(AwardCcs command, Titled titled, PathLaw law) {
    Days.requirePast("obtainedOn", command.obtainedOn(), command.today());
    LocalDate day = command.obtainedOn();
    if (titled.file().facts().titleBy(day).isEmpty()) {
      throw law.regime().refuse(Refused.TITLE_REQUIRED, Map.of("ccs", command.ccs(), "date", day));
    }
    Ccs ccs =
        law.referentiel().ccs().stream()
            .filter(one -> one.code().equals(command.ccs()))
            .findFirst()
            .orElseThrow(() ->
                law.regime()
                    .refuse(
                        Refused.CCS_UNKNOWN,
                        Map.of(
                            "ccs", command.ccs(),
                            "certification", law.referentiel().code().toString())));
    if (titled.ccs().contains(ccs.code())) {
      throw law.regime().refuse(Refused.CCS_ALREADY_HELD, Map.of("ccs", ccs.code()));
    }
    List<AssessmentElement> elements = new ArrayList<>(ccs.assessment());
    for (String code : law.regime().ccsEvidence()) {
      elements.add(new AssessmentElement(code, code, null, true, null));
    }
    Evidence.require(elements, command.evidence(), Refused.CCS_EVIDENCE_MISSING, law.regime());
    return List.of(
        new CcsAwarded(
            command.path(),
            ccs.code(),
            day,
            command.evidence(),
            law.regime().basis(RuleName.CCS_AFTER_TITLE).rule()));
  }
}
