package fr.livret.query.bundle;

import static fr.livret.query.bundle.Html.day;
import static fr.livret.query.bundle.Html.text;

import fr.livret.kernel.path.CapitalisationWindow;
import fr.livret.kernel.path.Obtaining;
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.path.Window;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a path stands on a day: the title, each CCP, and until when they count. */
final class Situation {
  private final Dossier dossier;
  private final WorkedDates dates;

  Situation(Dossier dossier, WorkedDates dates) {
    this.dossier = dossier;
    this.dates = dates;
  }

  String on(LocalDate today) {
    PathFile file = dossier.file().on(today);
    PathLaw law = dates.law(file.pins());
    Window window = CapitalisationWindow.asOf(today, file.facts(), law);
    String rows =
        law.referentiel().ccps().stream()
            .map(ccp -> row(ccp, file, window, today))
            .collect(Collectors.joining("\n"));
    return """
    <p>Au %s : <strong>%s</strong> %s</p>
    <table>
    <caption>Les certificats de compétences professionnelles (CCP) du titre</caption>
    <thead><tr><th scope="col">CCP</th><th scope="col">Intitulé</th><th scope="col">Situation</th></tr></thead>
    <tbody>
    %s
    </tbody>
    </table>
    """
        .formatted(day(today), text(title(file, today) + inQuestion()), text(window(window)), rows);
  }

  private static String title(PathFile file, LocalDate today) {
    Optional<Award> award = file.facts().titleBy(today);
    if (award.isEmpty()) {
      return "le titre n’est pas obtenu.";
    }
    LocalDate heldOn = award.get().heldOn();
    return award.get().withdrawnBy(today)
        ? "le titre, délivré le %s, a été retiré le %s."
            .formatted(day(heldOn), day(Objects.requireNonNull(award.get().withdrawnOn())))
        : "le titre est obtenu, par décision du jury du %s.".formatted(day(heldOn));
  }

  private String inQuestion() {
    return dossier.state() instanceof PathState.Titled(_, var inQuestion) && inQuestion
        ? " Un fait appris depuis le remet en question, et nul n’a encore répondu."
        : "";
  }

  private static String window(Window window) {
    WindowSpan span = window.span();
    return switch (window.state()) {
      case NONE -> "Aucun délai ne court, puisqu’aucun CCP ne compte.";
      case OPEN ->
          span == null
              ? ""
              : "Les CCP détenus comptent jusqu’au %s inclus.".formatted(day(span.lastDay()));
      case FULFILLED ->
          window.fulfilledOn() == null
              ? ""
              : "Le délai est satisfait depuis le %s : ce qui est acquis le reste."
                  .formatted(day(window.fulfilledOn()));
      case UNLIMITED -> "Ce qui est validé le reste sans limite de durée.";
    };
  }

  private static String row(Ccp ccp, PathFile file, Window window, LocalDate today) {
    return "<tr><td class=\"nowrap\">%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            text(ccp.code().value()),
            text(ccp.title()),
            text(standing(ccp.code(), file, window, today)));
  }

  private static String standing(CcpCode ccp, PathFile file, Window window, LocalDate today) {
    Optional<Window.Holding> held =
        window.held().stream()
            .filter(one -> one.ccp().equals(ccp))
            .max(Comparator.comparing(Window.Holding::obtainedOn));
    if (held.isPresent()) {
      return held.get().byTitle()
          ? "acquis avec le titre"
          : "obtenu le " + day(held.get().obtainedOn());
    }
    List<Obtaining> obtained =
        file.facts().obtainings().stream()
            .filter(one -> one.ccp().equals(ccp) && !one.obtainedOn().isAfter(today))
            .sorted(Comparator.comparing(Obtaining::obtainedOn))
            .toList();
    if (obtained.isEmpty()) {
      return "à obtenir";
    }
    Obtaining last = obtained.getLast();
    LocalDate annulledOn = last.annulledOn();
    return annulledOn == null
        ? "obtenu le %s, caduc depuis".formatted(day(last.obtainedOn()))
        : "obtenu le %s, annulé le %s".formatted(day(last.obtainedOn()), day(annulledOn));
  }
}
