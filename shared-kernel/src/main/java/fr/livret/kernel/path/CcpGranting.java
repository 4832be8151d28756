package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Granting;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A CCP obtained outside a title session: of the référentiel, not yet held, duly evaluated. */
final class CcpGranting {
  private CcpGranting() {}

  static List<PathEvent> decide(RecordCcp command, PathFile file, PathLaw law) {
    Days.requirePast("obtainedOn", command.obtainedOn(), command.today());
    Ccp ccp = required(command.ccp(), law);
    WithinValidity.require("obtainedOn", command.obtainedOn(), command.today(), file, law);
    OnRecevabilite.requireInForce("obtainedOn", command.obtainedOn(), file, law);
    OnRecevabilite.requireAskedFor(Set.of(command.ccp()), file, law);
    requireNotHeld(command.ccp(), command.obtainedOn(), command.today(), file, law);
    String body = grantingBody(command, file, law.regime());
    Evidence.require(ccp.assessment(), command.evidence(), Refused.EVIDENCE_MISSING, law.regime());
    CcpObtained obtained =
        new CcpObtained(
            command.path(),
            command.ccp(),
            command.obtainedOn(),
            body,
            command.evaluators(),
            command.evidence(),
            command.session(),
            law.regime().basis(RuleName.CCP_GRANTING).rule(),
            command.minutes());
    Cause cause =
        new Cause(Cause.Kind.CCP_OBTAINED, command.obtainedOn(), command.ccp(), command.minutes());
    return Consequences.following(List.of(obtained), file, command.today(), cause, law);
  }

  static Ccp required(CcpCode code, PathLaw law) {
    return law.referentiel()
        .ccp(code)
        .orElseThrow(() ->
            law.regime()
                .refuse(
                    Refused.CCP_UNKNOWN,
                    Map.of(
                        "ccp", code.value(),
                        "certification", law.referentiel().code().toString(),
                        "known", law.referentiel().ccpCodes().toString())));
  }

  /**
   * Refuses a CCP that is held on that day, and one that would be held on the day on which the same
   * CCP is recorded as obtained later: of two records one must then be wrong, and is to be annulled
   * first.
   */
  static void requireNotHeld(
      CcpCode ccp, LocalDate day, LocalDate today, PathFile file, PathLaw law) {
    if (!file.facts().couldGive(ccp)) {
      return;
    }
    Window onTheDay = CapitalisationWindow.seenOn(today, day, file.facts(), law);
    onTheDay.held().stream()
        .filter(holding -> holding.ccp().equals(ccp))
        .findFirst()
        .ifPresent(holding -> {
          throw law.regime()
              .refuse(
                  Refused.CCP_ALREADY_HELD,
                  Map.of("ccp", ccp.value(), "date", day, "heldSince", holding.obtainedOn()));
        });
    PathFacts with = file.facts().with(Obtaining.standing(ccp, day));
    file.facts().standingOn(today).stream()
        .filter(later -> later.ccp().equals(ccp) && later.obtainedOn().isAfter(day))
        .filter(later ->
            CapitalisationWindow.seenOn(today, later.obtainedOn(), with, law).held().stream()
                .anyMatch(one -> one.ccp().equals(ccp) && one.obtainedOn().equals(day)))
        .findFirst()
        .ifPresent(later -> {
          throw law.regime()
              .refuse(
                  Refused.CCP_ALREADY_HELD,
                  Map.of("ccp", ccp.value(), "date", day, "alsoRecordedOn", later.obtainedOn()));
        });
  }

  private static String grantingBody(
      RecordCcp command, PathFile file, CapitalisationRegime regime) {
    boolean refusedBefore =
        file.facts().refusals().stream()
            .anyMatch(refusal -> !refusal.heldOn().isAfter(command.obtainedOn()));
    var possible = regime.grantingOn(command.obtainedOn(), file.pins().route());
    var allowed =
        possible.stream().filter(one -> refusedBefore || !one.onlyOnceTitleRefused()).toList();
    if (allowed.isEmpty()) {
      throw regime.refuse(
          Refused.CCP_GRANTED_BY_JURY,
          Map.of(
              "ccp", command.ccp().value(),
              "route", file.pins().route().name(),
              "date", command.obtainedOn()));
    }
    if (command.evaluators().stream().anyMatch(Evaluator::ownTrainer)) {
      throw regime.refuse(Refused.EVALUATOR_CONFLICT, Map.of("ccp", command.ccp().value()));
    }
    return allowed.stream()
        .filter(one -> seated(one.seats(), command.evaluators()))
        .findFirst()
        .map(Granting::body)
        .orElseThrow(() ->
            regime.refuse(
                Refused.EVALUATORS_INCOMPLETE,
                Map.of(
                    "ccp", command.ccp().value(),
                    "date", command.obtainedOn(),
                    "required",
                        allowed.stream()
                            .map(one -> one.body() + " " + new TreeMap<>(one.seats()))
                            .toList())));
  }

  private static boolean seated(Map<EvaluatorRole, Integer> seats, List<Evaluator> evaluators) {
    return seats.entrySet().stream()
        .allMatch(seat ->
            evaluators.stream().filter(one -> one.role() == seat.getKey()).count()
                >= seat.getValue());
  }
}
