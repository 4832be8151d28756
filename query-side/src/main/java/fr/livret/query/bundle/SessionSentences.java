package fr.livret.query.bundle;

import static fr.livret.query.path.Summary.jour;

import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.AppealBody;
import fr.livret.kernel.session.AppealOutcome;
import fr.livret.kernel.session.Member;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionKind;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened on a session, in one French sentence each, as it touches one candidate. */
final class SessionSentences {
  private SessionSentences() {}

  static String of(SessionEvent event, PathId path, OpenedTexts texts) {
    return switch (event) {
      case SessionEvent.SessionPlanned it ->
          "Session %s prévue le %s au centre %s%s."
              .formatted(
                  kind(it.plan().kind()),
                  jour(it.plan().heldOn()),
                  it.plan().centre(),
                  it.plan().place() == null ? "" : " (" + it.plan().place() + ")");
      case SessionEvent.MemberAppointed it ->
          "%s désigné le %s : %s%s."
              .formatted(
                  it.member().chair() ? "Président" : "Membre",
                  jour(it.appointedOn()),
                  member(it.member(), texts),
                  it.member().role() == EvaluatorRole.PROFESSIONAL
                      ? ", professionnel"
                      : ", formateur");
      case SessionEvent.CandidateEnrolled it ->
          "Candidat inscrit à la session le %s.".formatted(jour(it.enrolledOn()));
      case SessionEvent.CandidateWithdrawn it ->
          "Candidat retiré de la session le %s : %s."
              .formatted(jour(it.withdrawnOn()), it.reason());
      case SessionEvent.MemberConvoked it ->
          "Membre %s convoqué le %s (au plus tard le %s)%s."
              .formatted(
                  it.member(), jour(it.sentOn()), jour(it.lastDay()), derogation(it.derogation()));
      case SessionEvent.CandidateConvoked it ->
          "Candidat convoqué le %s (au plus tard le %s)%s."
              .formatted(jour(it.sentOn()), jour(it.lastDay()), derogation(it.derogation()));
      case SessionEvent.PresenceRecorded it ->
          "Présents le %s : %s%s."
              .formatted(
                  jour(it.heldOn()),
                  list(it.present()),
                  it.absent().isEmpty() ? "" : " ; absents : " + list(it.absent()));
      case SessionEvent.AbsenceReported it ->
          "Procès-verbal de constatation du %s : trop peu de membres présents."
              .formatted(jour(it.drawnUpOn()));
      case SessionEvent.ResultRecorded it ->
          "Résultat du %s : %s.".formatted(jour(it.heldOn()), outcome(it.result()));
      case SessionEvent.MinutesSigned it ->
          "Procès-verbal signé le %s par %s%s."
              .formatted(
                  jour(it.signedOn()), list(it.signatories()), decided(" ; ", it.results(), path));
      case SessionEvent.MinutesRegistered it ->
          "Procès-verbal (édition %d) enregistré le %s sous le n° %s%s."
              .formatted(
                  it.edition(),
                  jour(it.registeredOn()),
                  it.number(),
                  it.authority() == null ? "" : " par " + it.authority());
      case SessionEvent.ResultsNotified it ->
          "Résultats (édition %d) notifiés le %s.".formatted(it.edition(), jour(it.notifiedOn()));
      case SessionEvent.MinutesRectified it ->
          "Procès-verbal rectifié par décision du %s (édition %d) : %s%s."
              .formatted(
                  jour(it.decidedOn()),
                  it.edition(),
                  it.reason(),
                  decided(" ; ", it.results(), path));
      case SessionEvent.SessionAnnulled it ->
          "Session annulée par décision du %s : %s.".formatted(jour(it.decidedOn()), it.reason());
      case SessionEvent.AnnulmentRefused it ->
          "Annulation de la session refusée le %s : %s."
              .formatted(jour(it.decidedOn()), it.reason());
      case SessionEvent.RefusalAppealed it ->
          "Recours n° %d formé le %s contre le refus d’annuler, %s."
              .formatted(
                  it.appeal(),
                  jour(it.lodgedOn()),
                  it.body() == AppealBody.HIERARCHICAL
                      ? "devant le ministre"
                      : "devant le tribunal administratif");
      case SessionEvent.RefusalAppealDecided it ->
          "Recours n° %d contre le refus d’annuler, issue du %s : %s."
              .formatted(it.appeal(), jour(it.decidedOn()), issue(it.outcome()));
      case SessionEvent.DecisionRecorded it ->
          "Décision du procès-verbal (édition %d) portée sur le parcours, constaté le %s."
              .formatted(it.edition(), jour(it.notedOn()));
      case SessionEvent.DecisionUndone it ->
          "Décision du procès-verbal (édition %d) retirée du parcours, constaté le %s."
              .formatted(it.edition(), jour(it.notedOn()));
      case SessionEvent.DecisionNotRecorded it ->
          "Décision du procès-verbal (édition %d) refusée par la règle du parcours, constaté le %s."
              .formatted(it.effect().edition(), jour(it.notedOn()));
    };
  }

  private static String kind(SessionKind kind) {
    return switch (kind) {
      case TITLE -> "du titre";
      case CCP -> "de CCP";
      case CCS -> "de CCS";
    };
  }

  private static String member(Member member, OpenedTexts texts) {
    return member.name() == null
        ? member.id()
        : "%s (%s)"
            .formatted(texts.open(member.name(), PersonalFields.EVALUATOR_NAME), member.id());
  }

  private static String derogation(@Nullable String reason) {
    return reason == null ? "" : ", par dérogation : " + reason;
  }

  private static String list(Collection<String> codes) {
    return String.join(", ", new TreeSet<>(codes));
  }

  private static String decided(String before, List<Result> results, PathId path) {
    return results.stream()
        .filter(one -> one.path().equals(path))
        .map(one -> before + "pour ce candidat : " + outcome(one))
        .collect(Collectors.joining());
  }

  private static String outcome(Result result) {
    return switch (result.outcome()) {
      case TITLE -> "titre délivré";
      case PARTIAL -> "titre refusé, " + ccps(result, true, "accordé");
      case REFUSED -> "refus";
      case ABSENT -> "absent";
      case CCPS ->
          ccps(result, true, "accordé")
              + (result.ccps().stream().allMatch(CcpResult::granted)
                  ? ""
                  : ", " + ccps(result, false, "refusé"));
      case CCS -> "CCS délivré";
    };
  }

  private static String ccps(Result result, boolean granted, String word) {
    List<String> codes =
        result.ccps().stream()
            .filter(one -> one.granted() == granted)
            .map(one -> one.ccp().value())
            .toList();
    return codes.isEmpty()
        ? "aucun CCP " + word
        : String.join(", ", codes) + " " + word + (codes.size() > 1 ? "s" : "");
  }

  private static String issue(AppealOutcome outcome) {
    return switch (outcome) {
      case GRANTED -> "accueilli";
      case REJECTED -> "rejeté";
      case WITHDRAWN -> "abandonné";
    };
  }
}
