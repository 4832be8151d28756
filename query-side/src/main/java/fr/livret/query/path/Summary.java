package fr.livret.query.path;

import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.Carried;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.ReviewEvent;
import fr.livret.kernel.path.Survey;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fact in one sentence, in French or in English. */
public final class Summary {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Summary() {}

  /** The language an Accept-Language asks for; French without one we have. */
  static Locale language(@Nullable String accepted) {
    if (accepted == null) {
      return Locale.FRENCH;
    }
    try {
      @Nullable Locale found =
          Locale.lookup(
              Locale.LanguageRange.parse(accepted), List.of(Locale.FRENCH, Locale.ENGLISH));
      return found == null ? Locale.FRENCH : found;
    } catch (IllegalArgumentException _) {
      // A language nobody can read is no reason to refuse the facts.
      return Locale.FRENCH;
    }
  }

  static Function<PathEvent, String> in(Locale language) {
    return language.equals(Locale.ENGLISH) ? Summary::english : Summary::french;
  }

  /** In French. */
  public static String french(PathEvent event) {
    return switch (event) {
      case PathOpened it ->
          "Parcours ouvert le %s vers %s, sous le régime %s."
              .formatted(jour(it.openedOn()), it.certification(), it.regime().text());
      case CcpObtained it -> "%s obtenu le %s.".formatted(it.ccp(), jour(it.obtainedOn()));
      case CcpAnnulled it ->
          "%s, obtenu le %s, annulé par décision du %s."
              .formatted(it.ccp(), jour(it.obtainedOn()), jour(it.decidedOn()));
      case CcpLapsed it ->
          "%s, obtenu le %s, caduc à compter du %s : la fenêtre se terminait le %s."
              .formatted(
                  it.ccp(),
                  jour(it.obtainedOn()),
                  jour(it.lapsedOn()),
                  jour(it.window().lastDay()));
      case LapseReversed it ->
          "La caducité de %s au %s est levée.".formatted(it.ccp(), jour(it.lapsedOn()));
      case WindowOpened it ->
          "Fenêtre de capitalisation ouverte du %s au %s inclus."
              .formatted(jour(it.window().anchor()), jour(it.window().lastDay()));
      case WindowMoved it ->
          "Fenêtre de capitalisation déplacée : du %s au %s inclus, au lieu du %s au %s."
              .formatted(
                  jour(it.to().anchor()),
                  jour(it.to().lastDay()),
                  jour(it.from().anchor()),
                  jour(it.from().lastDay()));
      case WindowFulfilled it ->
          "Objectif de la fenêtre atteint le %s.".formatted(jour(it.fulfilledOn()));
      case WindowClosed _ -> "Plus aucune fenêtre de capitalisation n'est ouverte.";
      case TitleAwarded it -> "Titre délivré par le jury du %s.".formatted(jour(it.heldOn()));
      case TitleRefused it ->
          it.granted().isEmpty()
              ? "Titre refusé par le jury du %s.".formatted(jour(it.heldOn()))
              : "Titre refusé par le jury du %s, qui accorde %s."
                  .formatted(jour(it.heldOn()), codes(it.granted()));
      case CandidateAbsent it ->
          "Candidat absent à la session du %s, %s."
              .formatted(jour(it.heldOn()), it.excused() ? "absence excusée" : "sans excuse");
      case TitleCalledIntoQuestion it ->
          "Titre remis en question : manque désormais %s.".formatted(codes(it.missing()));
      case CcsAwarded it -> "CCS %s obtenu le %s.".formatted(it.ccs(), jour(it.obtainedOn()));
      case TitleClosureNoted it ->
          "Clôture du titre, décidée le %s.".formatted(jour(it.decidedOn()));
      case TitleProrogationNoted it ->
          "Titre prorogé jusqu'au %s, par décision du %s."
              .formatted(jour(it.until()), jour(it.decidedOn()));
      case PathTransferred it ->
          "Parcours transféré le %s de %s vers %s, sous le régime %s ; %s."
              .formatted(
                  jour(it.decidedOn()),
                  it.from(),
                  it.to(),
                  it.regime().text(),
                  it.carried().isEmpty()
                      ? "aucun CCP n'est conservé"
                      : "CCP conservés à leur date : " + carried(it.carried()));
      case InsertionSurveyed it ->
          "Enquête %s, réponse du %s : %s."
              .formatted(
                  it.after() == Survey.SIX_MONTHS ? "à six mois" : "à deux ans",
                  jour(it.answeredOn()),
                  !it.employed()
                      ? "sans emploi"
                      : it.inOccupation() ? "en emploi, dans le métier" : "en emploi, hors métier");
      case ReviewEvent it -> ReviewSummary.french(it);
    };
  }

  static String english(PathEvent event) {
    return switch (event) {
      case PathOpened it ->
          "Path opened on %s to %s, under the regime %s."
              .formatted(day(it.openedOn()), it.certification(), it.regime().text());
      case CcpObtained it -> "%s obtained on %s.".formatted(it.ccp(), day(it.obtainedOn()));
      case CcpAnnulled it ->
          "%s, obtained on %s, annulled by a decision of %s."
              .formatted(it.ccp(), day(it.obtainedOn()), day(it.decidedOn()));
      case CcpLapsed it ->
          "%s, obtained on %s, lapsed from %s on: its window ended on %s."
              .formatted(
                  it.ccp(), day(it.obtainedOn()), day(it.lapsedOn()), day(it.window().lastDay()));
      case LapseReversed it ->
          "The lapse of %s on %s is reversed.".formatted(it.ccp(), day(it.lapsedOn()));
      case WindowOpened it ->
          "Capitalisation window open from %s through %s."
              .formatted(day(it.window().anchor()), day(it.window().lastDay()));
      case WindowMoved it ->
          "Capitalisation window moved: from %s through %s, instead of %s through %s."
              .formatted(
                  day(it.to().anchor()),
                  day(it.to().lastDay()),
                  day(it.from().anchor()),
                  day(it.from().lastDay()));
      case WindowFulfilled it -> "Target of the window met on %s.".formatted(day(it.fulfilledOn()));
      case WindowClosed _ -> "No capitalisation window is open any longer.";
      case TitleAwarded it -> "Title awarded by the jury of %s.".formatted(day(it.heldOn()));
      case TitleRefused it ->
          it.granted().isEmpty()
              ? "Title refused by the jury of %s.".formatted(day(it.heldOn()))
              : "Title refused by the jury of %s, which grants %s."
                  .formatted(day(it.heldOn()), codes(it.granted()));
      case CandidateAbsent it ->
          "Candidate absent from the session of %s, %s."
              .formatted(day(it.heldOn()), it.excused() ? "excused" : "without excuse");
      case TitleCalledIntoQuestion it ->
          "Title called into question: now missing %s.".formatted(codes(it.missing()));
      case CcsAwarded it -> "CCS %s obtained on %s.".formatted(it.ccs(), day(it.obtainedOn()));
      case TitleClosureNoted it ->
          "Closure of the title, decided on %s.".formatted(day(it.decidedOn()));
      case TitleProrogationNoted it ->
          "Title prorogued through %s, by a decision of %s."
              .formatted(day(it.until()), day(it.decidedOn()));
      case PathTransferred it ->
          "Path transferred on %s from %s to %s, under the regime %s; %s."
              .formatted(
                  day(it.decidedOn()),
                  it.from(),
                  it.to(),
                  it.regime().text(),
                  it.carried().isEmpty()
                      ? "no CCP is carried over"
                      : "CCPs carried over with their days: " + carried(it.carried()));
      case InsertionSurveyed it ->
          "Survey after %s, answered on %s: %s."
              .formatted(
                  it.after() == Survey.SIX_MONTHS ? "six months" : "two years",
                  day(it.answeredOn()),
                  !it.employed()
                      ? "not employed"
                      : it.inOccupation()
                          ? "employed, in the occupation"
                          : "employed, outside the occupation");
      case ReviewEvent it -> ReviewSummary.english(it);
    };
  }

  /** A day as French people write it: {@code 10/03/2014}. */
  public static String jour(LocalDate day) {
    return DAY.format(day);
  }

  static String day(LocalDate day) {
    return ENGLISH_DAY.format(day);
  }

  private static String carried(List<Carried> carried) {
    return carried.stream()
        .map(one -> one.from().equals(one.to()) ? one.to().value() : one.from() + " → " + one.to())
        .collect(Collectors.joining(", "));
  }

  private static String codes(Collection<CcpCode> codes) {
    return codes.stream().sorted().map(CcpCode::value).collect(Collectors.joining(", "));
  }
}
