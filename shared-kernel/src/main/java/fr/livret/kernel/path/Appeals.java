package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.DecideAppeal;
import fr.livret.kernel.path.PathCommand.LodgeAppeal;
import fr.livret.kernel.path.ReviewEvent.AppealDecided;
import fr.livret.kernel.path.ReviewEvent.AppealLodged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Appeals against what was decided on the path, and how they ended.
 *
 * <p>Source: arrêté du 8 décembre 2008, annexe, 5.
 */
final class Appeals {
  private Appeals() {}

  static List<PathEvent> lodge(LodgeAppeal command, PathFile file, PathLaw law) {
    Days.requirePast("lodgedOn", command.lodgedOn(), command.today());
    if (command.lodgedOn().isBefore(command.against())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("against", command.against(), "lodgedOn", command.lodgedOn()));
    }
    if (!file.decisionDays().contains(command.against())) {
      throw law.regime().refuse(Refused.NOTHING_TO_APPEAL, Map.of("against", command.against()));
    }
    AppealLodged lodged =
        new AppealLodged(
            command.path(),
            file.appeals().size() + 1,
            command.against(),
            command.before(),
            command.lodgedOn(),
            rule(law));
    return Consequences.alongWith(lodged, file, command.today(), law);
  }

  static List<PathEvent> decide(DecideAppeal command, PathFile file, PathLaw law) {
    Map<String, Object> number = Map.of("appeal", command.number());
    Appeal appeal =
        file.appeals().stream()
            .filter(one -> one.number() == command.number())
            .findFirst()
            .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, number));
    if (appeal.outcome() != null) {
      throw Refusal.of(Refused.ALREADY_RECORDED, number);
    }
    LocalDate decidedOn = command.decidedOn();
    Days.requirePast("decidedOn", decidedOn, command.today());
    if (decidedOn.isBefore(appeal.lodgedOn())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("lodgedOn", appeal.lodgedOn(), "decidedOn", decidedOn));
    }
    AppealDecided decided =
        new AppealDecided(
            command.path(),
            command.number(),
            decidedOn,
            command.outcome(),
            command.reason(),
            rule(law));
    return Consequences.alongWith(decided, file, command.today(), law);
  }

  private static String rule(PathLaw law) {
    return law.regime().basis(RuleName.APPEAL).rule();
  }
}
