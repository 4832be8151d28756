package fr.livret.command.alert;

import fr.livret.kernel.alert.AlertCause;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as an e-mail: what ends, when, by which rule, in French and then in English.
 *
 * @param subject one line
 * @param body plain text
 */
record MailText(String subject, String body) {
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /**
   * Writes it.
   *
   * @param name of the candidate, where it is to be given
   */
  static MailText of(AlertMessage alert, Optional<String> name) {
    AlertCause cause = alert.cause();
    return new MailText(
        (cause == null ? "" : "Annulation : ")
            + "%s, échéance le %s".formatted(shortly(alert), french(alert.lastDay())),
        cause == null ? raised(alert, name) : cancelled(alert, cause, name));
  }

  private static String raised(AlertMessage alert, Optional<String> name) {
    return """
    Bonjour,

    %s prend fin le %s, ce jour compris.
    Alerte levée le %s, à l'horizon de %d mois.

    %s
    Alerte : %s

    --

    %s ends on %s, that day included.
    Alert raised on %s, at the horizon of %d month(s), by the rule %s.
    """
        .formatted(
            inFrench(alert),
            french(alert.lastDay()),
            french(alert.raisedOn()),
            alert.horizonMonths(),
            facts(alert, name),
            alert.alertId(),
            inEnglish(alert),
            ENGLISH.format(alert.lastDay()),
            ENGLISH.format(alert.raisedOn()),
            alert.horizonMonths(),
            alert.rule());
  }

  private static String cancelled(AlertMessage alert, AlertCause cause, Optional<String> name) {
    LocalDate movedTo = cause.movedTo();
    return """
    Bonjour,

    L'échéance du %s annoncée pour l'objet suivant ne tient plus : %s.
    Motif : %s, le %s.%s

    %s
    Alerte : %s

    --

    The last day %s that was announced no longer holds: %s on %s.%s
    """
        .formatted(
            french(alert.lastDay()),
            inFrench(alert),
            why(cause.kind()),
            french(cause.on()),
            movedTo == null ? "" : "\nNouvelle échéance : le " + french(movedTo) + ".",
            facts(alert, name),
            alert.alertId(),
            ENGLISH.format(alert.lastDay()),
            cause.kind(),
            ENGLISH.format(cause.on()),
            movedTo == null ? "" : " The last day is now " + ENGLISH.format(movedTo) + ".");
  }

  private static String facts(AlertMessage alert, Optional<String> name) {
    AlertMessage.Basis basis = alert.legalBasis();
    return "Candidat : référence %s%s\nRègle : %s%s"
        .formatted(
            alert.candidateId(),
            name.map(known -> " (" + known + ")").orElse(""),
            alert.rule(),
            basis == null
                ? ""
                : "\n%s\n%s [%s]".formatted(basis.citation(), basis.source(), mark(basis.mark())));
  }

  private static String shortly(AlertMessage alert) {
    return switch (alert.subject()) {
      case WINDOW -> "Délai de capitalisation " + known(alert.certification());
      case RECEVABILITE -> "Recevabilité " + known(alert.certification());
      case CERTIFICATE -> "Certificat " + known(alert.certificate());
    };
  }

  private static String inFrench(AlertMessage alert) {
    return switch (alert.subject()) {
      case WINDOW ->
          "Le délai de capitalisation du parcours %s (%s)"
              .formatted(alert.pathId(), alert.certification());
      case RECEVABILITE ->
          "La recevabilité du dossier de VAE %s (%s)"
              .formatted(alert.vaeApplicationId(), alert.certification());
      case CERTIFICATE -> "La validité du certificat " + known(alert.certificate());
    };
  }

  private static String inEnglish(AlertMessage alert) {
    return switch (alert.subject()) {
      case WINDOW -> "The capitalisation window of this path";
      case RECEVABILITE -> "The recevabilité of this VAE application";
      case CERTIFICATE -> "The certificate " + known(alert.certificate());
    };
  }

  private static String why(AlertCause.Kind kind) {
    return switch (kind) {
      case WINDOW_MOVED -> "délai déplacé";
      case WINDOW_FULFILLED -> "délai satisfait";
      case WINDOW_CLOSED -> "délai éteint";
      case TITLE_AWARDED -> "titre attribué";
      case RECEVABILITE_USED -> "recevabilité utilisée";
      case RECEVABILITE_CHANGED -> "recevabilité modifiée";
      case CERTIFICATE_RENEWED -> "certificat renouvelé";
      case CANDIDATE_ERASED -> "données personnelles effacées";
      case DEADLINE_PASSED -> "échéance passée";
    };
  }

  private static String mark(String sign) {
    return switch (sign) {
      case "S" -> "texte vu";
      case "2" -> "source secondaire seulement";
      default -> "lecture retenue";
    };
  }

  private static String known(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String french(LocalDate day) {
    String text = FRENCH.format(day);
    return day.getDayOfMonth() == 1 ? text.replaceFirst("^1 ", "1er ") : text;
  }
}
