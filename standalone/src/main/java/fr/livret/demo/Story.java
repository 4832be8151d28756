package fr.livret.demo;

import fr.livret.demo.Step.Absent;
import fr.livret.demo.Step.CcpAnnulled;
import fr.livret.demo.Step.CcpObtained;
import fr.livret.demo.Step.Certified;
import fr.livret.demo.Step.Deed;
import fr.livret.demo.Step.Opened;
import fr.livret.demo.Step.Seat;
import fr.livret.demo.Step.TitleAwarded;
import fr.livret.demo.Step.TitleRefused;
import fr.livret.demo.Step.VaeComplete;
import fr.livret.demo.Step.VaeDecided;
import fr.livret.demo.Step.VaeFiled;
import fr.livret.demo.Step.VaeSupplement;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story while it is being told: each call adds a step. */
final class Story {
  private static final String FRAUD =
      "Fraude constatée après la session : le dossier présenté n'était pas celui du candidat.";
  private static final String SESSION =
      "Session annulée par décision motivée : un membre du jury n'était pas habilité.";

  private final Chance chance;
  private final List<Step> steps = new ArrayList<>();
  private Title title;
  private Panel panel;
  private Route route = Route.TRAINING;

  /** Who sits where a CCP is evaluated. */
  enum Panel {
    BINOME,
    PROFESSIONALS
  }

  Story(Title title, Panel panel, Chance chance) {
    this.title = title;
    this.panel = panel;
    this.chance = chance;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The codes of the CCPs of the title the story is about. */
  List<String> ccps() {
    return title.ccps();
  }

  /** From here on the story is about another title. */
  Story turningTo(Title other, Panel before) {
    title = other;
    panel = before;
    return this;
  }

  Story opens(Route by, LocalDate day) {
    return opens(by, Access.impliedBy(by), day);
  }

  Story opens(Route by, Access access, LocalDate day) {
    route = by;
    if (by == Route.VAE) {
      filed(day.minusDays(40)).decided(day.minusDays(chance.between(2, 20)), true);
    }
    return add(new Opened(title.code(), by, access, day));
  }

  /** An application for the title, by someone employed for four years. */
  Story filed(LocalDate day) {
    return filed(day, day.minusYears(4), List.of());
  }

  Story filed(LocalDate day, LocalDate since, List<String> blocs) {
    return add(new VaeFiled(title.code(), day, blocs, since));
  }

  Story complete(LocalDate day) {
    return add(new VaeComplete(day));
  }

  Story supplement(LocalDate day) {
    return add(new VaeSupplement(day, "Attestation de l'employeur"));
  }

  Story decided(LocalDate day, boolean granted) {
    return add(new VaeDecided(day, granted));
  }

  /**
   * A training of at least seven months before a session, in which the EFAs of these CCPs are
   * acquired.
   *
   * @param programme which one it follows; null where none is known
   */
  Story trained(
      @Nullable String programme, List<String> acquired, LocalDate begins, LocalDate session) {
    for (Deed deed : Apprenticeship.of(title, programme, acquired, begins, session, chance)) {
      add(deed);
    }
    return this;
  }

  Story certified(String kind, LocalDate day, LocalDate validThrough) {
    String number = "%s-%d-%06d".formatted(kind, day.getYear(), chance.between(1, 999_999));
    return add(new Certified(kind, day, validThrough, number));
  }

  /** A certificate of first aid at work: two years, as those who issue it have it. */
  Story firstAid(LocalDate day) {
    return certified("SST", day, day.plusMonths(24));
  }

  Story ccp(String ccp, LocalDate day) {
    return ccp(ccp, day, title.evidence(ccp), false);
  }

  Story ccpWithoutLastElement(String ccp, LocalDate day) {
    List<String> evidence = title.evidence(ccp);
    return ccp(ccp, day, evidence.subList(0, evidence.size() - 1), false);
  }

  Story ccpBeforeOwnTrainer(String ccp, LocalDate day) {
    return ccp(ccp, day, title.evidence(ccp), true);
  }

  private Story ccp(String ccp, LocalDate day, List<String> evidence, boolean ownTrainer) {
    String session = "S-%s-%02d".formatted(day, chance.between(1, 12));
    return add(new CcpObtained(ccp, day, seats(ownTrainer), evidence, session));
  }

  private List<Seat> seats(boolean ownTrainer) {
    return switch (panel) {
      case BINOME ->
          List.of(
              professional(chance.oneOf(People.professionals())),
              new Seat(chance.oneOf(People.trainers()), EvaluatorRole.TRAINER, ownTrainer));
      case PROFESSIONALS ->
          chance.some(2, People.professionals()).stream().map(Story::professional).toList();
    };
  }

  private static Seat professional(Evaluator evaluator) {
    return new Seat(evaluator, EvaluatorRole.PROFESSIONAL, false);
  }

  Story annulledForFraud(String ccp, LocalDate day) {
    return add(new CcpAnnulled(ccp, day, FRAUD, "Arrêté du 8 décembre 2008, annexe, 6"));
  }

  Story annulledWithSession(String ccp, LocalDate day) {
    return add(new CcpAnnulled(ccp, day, SESSION, "Arrêté du 8 décembre 2008, annexe, 5"));
  }

  Story title(LocalDate day) {
    return add(new TitleAwarded(day, title.evidence(route), true));
  }

  Story titleWithoutInterview(LocalDate day) {
    return add(new TitleAwarded(day, List.of(), false));
  }

  Story refused(LocalDate day) {
    return add(new TitleRefused(day, List.of()));
  }

  Story granted(List<String> ccps, LocalDate day) {
    return add(new TitleRefused(day, ccps));
  }

  Story absent(LocalDate day, boolean excused) {
    return add(new Absent(day, excused));
  }

  /** The step just told is meant to be refused for that reason. */
  Story meantToBeRefused(Refused reason) {
    steps.addLast(steps.removeLast().refusedFor(reason));
    return this;
  }

  private Story add(Deed deed) {
    steps.add(new Step(deed, null));
    return this;
  }
}
