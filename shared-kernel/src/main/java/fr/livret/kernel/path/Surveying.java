package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.RecordSurvey;
import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a title holder answers on employment, once the time after the award has passed. */
final class Surveying {
  private Surveying() {}

  static List<PathEvent> decide(RecordSurvey command, PathFile file, PathLaw law) {
    Days.requirePast("answeredOn", command.answeredOn(), command.today());
    PathFacts.Award title =
        file.facts()
            .titleHeldOn(command.answeredOn())
            .orElseThrow(() ->
                law.regime()
                    .refuse(
                        Refused.TITLE_NOT_HELD,
                        Map.of("pathId", command.path().toString(), "date", command.answeredOn())));
    LocalDate earliest = from(title, command.after(), law).day();
    if (command.answeredOn().isBefore(earliest)) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of(
              "answeredOn",
              command.answeredOn(),
              "titleAwardedOn",
              title.heldOn(),
              "after",
              command.after().name(),
              "earliest",
              earliest));
    }
    return List.of(
        new InsertionSurveyed(
            command.path(),
            command.after(),
            command.answeredOn(),
            command.employed(),
            command.employed() && command.inOccupation(),
            law.regime().basis(RuleName.SURVEY).rule()));
  }

  /** The day from which the holder of that title can be asked. */
  static Reckoning from(PathFacts.Award title, Survey survey, PathLaw law) {
    LegalBasis basis = law.regime().basis(RuleName.SURVEY);
    return Reckoning.from(title.anchor(), basis).plus(survey.period(), basis, null);
  }
}
