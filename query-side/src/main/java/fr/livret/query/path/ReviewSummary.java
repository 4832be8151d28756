package fr.livret.query.path;

import static fr.livret.query.path.Summary.day;
import static fr.livret.query.path.Summary.jour;

import fr.livret.kernel.path.Appeal;
import fr.livret.kernel.path.ReviewEvent;
import fr.livret.kernel.path.ReviewEvent.AbsenceAnnulled;
import fr.livret.kernel.path.ReviewEvent.AppealDecided;
import fr.livret.kernel.path.ReviewEvent.AppealLodged;
import fr.livret.kernel.path.ReviewEvent.CcsAnnulled;
import fr.livret.kernel.path.ReviewEvent.CcsCalledIntoQuestion;
import fr.livret.kernel.path.ReviewEvent.CcsWithdrawn;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleRefusalAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import java.util.Set;
import java.util.TreeSet;

/** An act that comes back on what was decided, in one sentence. */
final class ReviewSummary {
  private ReviewSummary() {}

  static String french(ReviewEvent event) {
    return switch (event) {
      case TitleAnnulled it ->
          "Titre délivré le %s annulé par décision du %s (procès-verbal %s)."
              .formatted(jour(it.heldOn()), jour(it.decidedOn()), it.minutes());
      case TitleRefusalAnnulled it ->
          "Refus du titre du %s annulé par décision du %s (procès-verbal %s)."
              .formatted(jour(it.heldOn()), jour(it.decidedOn()), it.minutes());
      case AbsenceAnnulled it ->
          "Absence du %s annulée par décision du %s (procès-verbal %s)."
              .formatted(jour(it.heldOn()), jour(it.decidedOn()), it.minutes());
      case CcsAnnulled it ->
          "CCS %s, obtenu le %s, annulé par décision du %s (procès-verbal %s)."
              .formatted(it.ccs(), jour(it.obtainedOn()), jour(it.decidedOn()), it.minutes());
      case TitleWithdrawn it ->
          "Titre délivré le %s retiré par décision du %s."
              .formatted(jour(it.heldOn()), jour(it.decidedOn()));
      case TitleConfirmed it ->
          "Titre maintenu par décision du %s.".formatted(jour(it.decidedOn()));
      case CcsWithdrawn it ->
          "CCS %s, obtenu le %s, retiré par décision du %s."
              .formatted(it.ccs(), jour(it.obtainedOn()), jour(it.decidedOn()));
      case CcsCalledIntoQuestion it ->
          "CCS remis en question, le titre ne tenant plus : %s.".formatted(list(it.ccs()));
      case AppealLodged it ->
          "Recours n° %d formé le %s %s contre la décision du %s."
              .formatted(
                  it.number(),
                  jour(it.lodgedOn()),
                  it.before() == Appeal.Before.MINISTER
                      ? "devant le ministre"
                      : "devant le tribunal administratif",
                  jour(it.against()));
      case AppealDecided it ->
          "Recours n° %d, issue du %s : %s."
              .formatted(it.number(), jour(it.decidedOn()), issue(it.outcome()));
    };
  }

  static String english(ReviewEvent event) {
    return switch (event) {
      case TitleAnnulled it ->
          "Title awarded on %s annulled by a decision of %s (minutes %s)."
              .formatted(day(it.heldOn()), day(it.decidedOn()), it.minutes());
      case TitleRefusalAnnulled it ->
          "Refusal of the title on %s annulled by a decision of %s (minutes %s)."
              .formatted(day(it.heldOn()), day(it.decidedOn()), it.minutes());
      case AbsenceAnnulled it ->
          "Absence on %s annulled by a decision of %s (minutes %s)."
              .formatted(day(it.heldOn()), day(it.decidedOn()), it.minutes());
      case CcsAnnulled it ->
          "CCS %s, obtained on %s, annulled by a decision of %s (minutes %s)."
              .formatted(it.ccs(), day(it.obtainedOn()), day(it.decidedOn()), it.minutes());
      case TitleWithdrawn it ->
          "Title awarded on %s withdrawn by a decision of %s."
              .formatted(day(it.heldOn()), day(it.decidedOn()));
      case TitleConfirmed it ->
          "Title confirmed by a decision of %s.".formatted(day(it.decidedOn()));
      case CcsWithdrawn it ->
          "CCS %s, obtained on %s, withdrawn by a decision of %s."
              .formatted(it.ccs(), day(it.obtainedOn()), day(it.decidedOn()));
      case CcsCalledIntoQuestion it ->
          "CCS called into question, their title standing no longer: %s.".formatted(list(it.ccs()));
      case AppealLodged it ->
          "Appeal no. %d lodged on %s before the %s against the decision of %s."
              .formatted(
                  it.number(),
                  day(it.lodgedOn()),
                  it.before() == Appeal.Before.MINISTER ? "minister" : "administrative court",
                  day(it.against()));
      case AppealDecided it ->
          "Appeal no. %d, outcome of %s: %s."
              .formatted(it.number(), day(it.decidedOn()), outcome(it.outcome()));
    };
  }

  private static String list(Set<String> codes) {
    return String.join(", ", new TreeSet<>(codes));
  }

  private static String issue(Appeal.Outcome outcome) {
    return switch (outcome) {
      case UPHELD -> "accueilli";
      case DISMISSED -> "rejeté";
      case INADMISSIBLE -> "irrecevable";
      case ABANDONED -> "abandonné";
    };
  }

  private static String outcome(Appeal.Outcome outcome) {
    return switch (outcome) {
      case UPHELD -> "upheld";
      case DISMISSED -> "dismissed";
      case INADMISSIBLE -> "inadmissible";
      case ABANDONED -> "abandoned";
    };
  }
}
