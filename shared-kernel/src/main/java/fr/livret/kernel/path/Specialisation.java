package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.WithdrawCcs;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathFacts.Specialised;
import fr.livret.kernel.path.ReviewEvent.CcsWithdrawn;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.Ccs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CCS after its title: no delay runs, but the title must be there on the day. */
final class Specialisation {
  private Specialisation() {}

  static List<PathEvent> award(AwardCcs command, PathFile file, PathLaw law) {
    Days.requirePast("obtainedOn", command.obtainedOn(), command.today());
    LocalDate day = command.obtainedOn();
    if (file.facts().titleHeldOn(day).isEmpty()) {
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
    if (held(ccs.code(), file).isPresent()) {
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
            law.regime().basis(RuleName.CCS_AFTER_TITLE).rule(),
            command.minutes()));
  }

  /** A CCS taken back by a reasoned decision. */
  static List<PathEvent> withdraw(WithdrawCcs command, PathFile file, PathLaw law) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    LocalDate obtainedOn =
        held(command.ccs(), file)
            .map(Specialised::obtainedOn)
            .orElseThrow(
                () -> law.regime().refuse(Refused.CCS_NOT_HELD, Map.of("ccs", command.ccs())));
    if (command.decidedOn().isBefore(obtainedOn)) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("obtainedOn", obtainedOn, "decidedOn", command.decidedOn()));
    }
    CcsWithdrawn withdrawn =
        new CcsWithdrawn(
            command.path(),
            command.ccs(),
            obtainedOn,
            command.decidedOn(),
            command.reason(),
            law.regime().basis(RuleName.TITLE_WITHDRAWAL).rule());
    return Consequences.alongWith(withdrawn, file, command.today(), law);
  }

  private static Optional<Specialised> held(String ccs, PathFile file) {
    return file.facts().specialisations().stream().filter(one -> one.ccs().equals(ccs)).findFirst();
  }
}
