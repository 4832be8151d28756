package fr.livret.query.proof;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.Survey;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Step;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In French. */
final class French extends Wording {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  French(Function<Anchor, List<Long>> positions) {
    super(positions);
  }

  @Override
  String claim(Proof proof) {
    String day = day(proof.day());
    return switch (proof.claim()) {
      case OPENED_ON -> "Le parcours est ouvert le " + day;
      case OBTAINED_ON -> proof.about() + " est obtenu le " + day;
      case LAPSED_ON -> proof.about() + " est caduc à compter du " + day;
      case ANNULLED_ON -> proof.about() + " est annulé le " + day;
      case WINDOW_ANCHOR -> "La fenêtre de capitalisation court depuis le " + day;
      case WINDOW_LIMIT ->
          "Le terme « " + limit(proof.about()) + " » échoit le " + day + " compris";
      case WINDOW_LAST_DAY -> "La fenêtre de capitalisation court jusqu'au " + day + " compris";
      case WINDOW_FULFILLED_ON -> "L'objectif de la fenêtre est atteint le " + day;
      case FACTS_THROUGH ->
          "Un fait de ce parcours peut dater du " + day + " au plus tard, ce jour compris";
      case TITLE_AWARDED_ON -> "Le titre est attribué le " + day;
      case TITLE_WITHDRAWN_ON -> "Le titre est retiré le " + day;
      case SURVEY_FROM ->
          "Le titulaire peut être interrogé sur son devenir (%s) à compter du %s"
              .formatted(survey(proof.about()), day);
      case RESIT_FIRST_SESSION_ON ->
          "La première des sessions passées en vain qui comptent ensemble est celle du " + day;
      case RESIT_THROUGH -> "Les sessions se comptent ensemble jusqu'au " + day + " compris";
      case RESIT_POSSIBLE_FROM -> "Une nouvelle session est possible à compter du " + day;
      case TRANSFERRED_ON -> "Le parcours est transféré le " + day;
      case FILED_ON -> "La demande est déposée le " + day;
      case DELAY_COUNTED_FROM -> "Le délai de réponse court depuis le " + day;
      case SILENCE_LAST_DAY -> "Le délai de réponse court jusqu'au " + day + " compris";
      case SILENCE_EFFECT -> "Faute de réponse, le silence produit son effet le " + day;
      case RECEVABILITE_COUNTED_FROM -> "La recevabilité compte à partir du " + day;
      case START_BY -> "Un parcours s'ouvre sur la recevabilité jusqu'au " + day + " compris";
      case VALID_THROUGH -> "La recevabilité est valable jusqu'au " + day + " compris";
      case RECEVABILITE_LAPSED_ON ->
          "La recevabilité, inutilisée, n'est plus valable à compter du " + day;
      case CERTIFICATE_FROM -> "Le certificat " + proof.about() + " est valable à partir du " + day;
      case CERTIFICATE_THROUGH ->
          "Le certificat " + proof.about() + " est valable jusqu'au " + day + " compris";
      case TITLE_VALID_FROM -> "Le titre est valide à compter du " + day;
      case TITLE_VALID_THROUGH -> "Le titre est valide jusqu'au " + day + " compris";
      case TITLE_FACTS_THROUGH ->
          "Un fait d'un parcours vers le titre peut dater du "
              + day
              + " au plus tard, ce jour compris";
      case TRANSFER_FROM ->
          "Un parcours peut être transféré vers " + proof.about() + " à compter du " + day;
      case EQUIVALENT_BEFORE ->
          "Un CCP compte pour " + proof.about() + " s'il a été obtenu avant le " + day;
      case SESSION_HELD_ON ->
          "La session se tient le %s, et ce qu'elle décide est obtenu ce jour".formatted(day);
      case CONVOCATION_LAST_DAY -> "Une convocation est à temps jusqu'au " + day + " compris";
      case MEMBER_MAY_SIT_THROUGH ->
          proof.about() + " peut siéger à une session du " + day + " au plus tard, ce jour compris";
      case ALERT_FROM -> "L'alerte est levée à compter du " + day;
      case DEADLINE_PASSED_ON -> "Ce que l'alerte annonçait est échu le " + day;
    };
  }

  private static String survey(String name) {
    return switch (Survey.valueOf(name)) {
      case SIX_MONTHS -> "à six mois";
      case TWO_YEARS -> "à deux ans";
    };
  }

  private static String limit(String name) {
    return switch (LimitRule.valueOf(name)) {
      case FIVE_YEARS -> "durée de la fenêtre";
      case TITLE_VALIDITY -> "validité du titre";
      case TITLE_CLOSURE -> "année après la clôture du titre";
    };
  }

  @Override
  String anchor(Anchor anchor) {
    String day = day(anchor.day());
    return switch (anchor.kind()) {
      case PATH_OPENED -> "parcours ouvert le " + day;
      case CCP_OBTAINED -> anchor.about() + " obtenu le " + day;
      case CCP_ANNULLED -> anchor.about() + " annulé par décision du " + day;
      case TITLE_AWARDED -> "titre attribué par le jury du " + day;
      case TITLE_WITHDRAWN -> "titre retiré par décision du " + day;
      case SESSION_IN_VAIN -> "session du " + day + " passée en vain";
      case PATH_TRANSFERRED -> "parcours transféré par décision du " + day;
      case VALIDITY_BEGINS -> "début de validité énoncé par le référentiel, le " + day;
      case VALIDITY_STATED -> "fin de validité énoncée par le référentiel, le " + day;
      case TITLE_CLOSED -> "titre clos par décision du " + day;
      case TITLE_PROROGUED -> "titre prorogé par décision du " + day;
      case TITLE_REVISED ->
          "titre révisé au profit de %s par décision du %s".formatted(anchor.about(), day);
      case EQUIVALENCE_STATED ->
          "date énoncée par la révision au profit de " + anchor.about() + ", le " + day;
      case APPLICATION_FILED -> "demande déposée le " + day;
      case FILE_COMPLETE -> "dossier complet le " + day;
      case DECISION_NOTIFIED -> "décision notifiée le " + day;
      case RECEVABILITE_STATED -> "date énoncée pour la recevabilité, le " + day;
      case CERTIFICATE_OBTAINED -> "certificat " + anchor.about() + " obtenu le " + day;
      case CERTIFICATE_STATED -> "date énoncée par le certificat " + anchor.about() + ", le " + day;
      case SESSION_PLANNED -> "session prévue le " + day;
      case SECTOR_LEFT -> anchor.about() + " a quitté le secteur le " + day;
      case DEADLINE_ANNOUNCED -> "dernier jour annoncé, le " + day;
    };
  }

  @Override
  String step(Step step) {
    String day = day(step.day());
    return switch (step) {
      case Step.Taken(var anchor, _) -> recorded(anchor);
      case Step.Completed(var all, _) -> all(all) + ", soit au complet le " + day;
      case Step.Added added ->
          "plus %s, soit le %s%s"
              .formatted(amount(added.length()), day, last(added.shortened(), added.from()));
      case Step.Subtracted taken ->
          "%s plus tôt, soit le %s%s"
              .formatted(amount(taken.length()), day, last(taken.shortened(), taken.from()));
      case Step.Next _ -> "dernier jour compris, donc le lendemain, " + day;
      case Step.NotBefore(_, var anchor, _) ->
          "mais pas avant : " + recorded(anchor) + ", soit le " + day;
      case Step.Earliest(var of, _) ->
          "le premier de ces termes l'emporte : "
              + of.stream()
                  .map(bound -> limit(bound.name()) + " le " + day(bound.day()))
                  .collect(Collectors.joining(", "));
      case Step.Within(_, var lastDay, _) ->
          "dans la fenêtre, ouverte jusqu'au " + day(lastDay) + " compris";
      case Step.Deemed _ -> "ce jour vaut notification";
      case Step.Closed(_, var decision, var source) ->
          recorded(decision) + source(source) + " : la validité prend fin le " + day;
      case Step.Prorogued(_, var decision, _, var source) ->
          recorded(decision) + source(source) + " : la validité est portée au " + day;
    };
  }

  private static String last(boolean shortened, LocalDate from) {
    return shortened ? ", dernier jour d'un mois qui n'a pas de " + from.getDayOfMonth() : "";
  }

  private static String source(String source) {
    return source.isBlank() ? "" : " [" + source + "]";
  }

  @Override
  String cited(LegalBasis basis) {
    String mark =
        switch (basis.mark()) {
          case SEEN -> "texte vu";
          case SECONDARY -> "source secondaire";
          case READING -> "notre lecture";
        };
    return " [%s : %s ; %s]".formatted(basis.rule(), basis.source(), mark);
  }

  @Override
  String fact(int many) {
    return many == 1 ? "fait n° " : "faits n° ";
  }

  @Override
  String day(LocalDate day) {
    return DAY.format(day);
  }

  @Override
  String colon() {
    return " : ";
  }

  @Override
  String semicolon() {
    return " ; ";
  }

  @Override
  Word year() {
    return new Word("an", "ans");
  }

  @Override
  Word month() {
    return new Word("mois", "mois");
  }

  @Override
  Word dayWord() {
    return new Word("jour", "jours");
  }
}
