package fr.livret.demo;

import fr.livret.demo.Story.Panel;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Candidates to AMIS-2023, who bring a certificate of first aid at work to the jury. */
final class Amis2023Stories {
  private static final List<Access> ACCESSES =
      List.of(
          Access.CONTINUING_EDUCATION,
          Access.CONTINUING_EDUCATION,
          Access.PROFESSIONALISATION_CONTRACT,
          Access.APPRENTICESHIP);

  private static final String PROGRAMME = "AMIS-12-MOIS";

  private Amis2023Stories() {}

  static List<Plot> plots() {
    return List.of(
        plot("training", 14, Amis2023Stories::training),
        plot("first aid certificate expired", 3, Amis2023Stories::firstAidExpired),
        plot("capitalising", 14, Amis2023Stories::capitalising),
        plot("capitalised and title", 8, Amis2023Stories::titled),
        plot("all CCPs, first aid certificate to renew", 3, Amis2023Stories::awaiting),
        plot("jury grants CCPs", 5, Amis2023Stories::juryGrants),
        plot("VAE", 6, Amis2023Stories::vae),
        plot("VAE, jury grants CCPs", 3, Amis2023Stories::vaeGranted),
        plot("re-anchored", 3, Amis2023Stories::reanchored),
        plot("CCP annulled", 3, Amis2023Stories::annulled),
        plot("title called into question", 2, Amis2023Stories::inQuestion),
        plot("absent", 3, Amis2023Stories::absent),
        plot("refused", 2, Amis2023Stories::refused));
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("AMIS-2023", name, times, telling);
  }

  /** A whole training with its certificate and its title; also the second path of others. */
  static void training(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2025-09-30");
    story.turningTo(Title.of("AMIS-2023"), Panel.PROFESSIONALS);
    story
        .opens(Route.TRAINING, chance.oneOf(ACCESSES), begins)
        .firstAid(chance.later(begins, 2, 5));
    LocalDate session = chance.later(begins, 8, 11);
    story.trained(PROGRAMME, story.ccps(), begins, session).title(session);
  }

  private static void firstAidExpired(Story story, Chance chance) {
    LocalDate firstAid = chance.day("2022-01-10", "2023-06-30");
    LocalDate begins = chance.day("2024-09-02", "2025-06-30");
    LocalDate session = chance.later(begins, 8, 10);
    LocalDate renewed = chance.later(session, 0, 1);
    story
        .firstAid(firstAid)
        .opens(Route.TRAINING, begins)
        .title(session)
        .meantToBeRefused(Refused.PREREQUISITE_MISSING)
        .firstAid(renewed)
        .title(chance.later(renewed, 1, 2));
  }

  /** Gives the day of the last CCP. */
  private static LocalDate ccps(
      Story story, List<String> ccps, LocalDate from, int months, Chance chance) {
    LocalDate day = from;
    for (String ccp : ccps) {
      day = chance.later(day, 2, months);
      story.ccp(ccp, day);
    }
    return day;
  }

  private static void capitalising(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2025-06-30");
    story.opens(Route.CAPITALISATION, begins);
    ccps(story, chance.some(chance.between(1, 2), story.ccps()), begins, 7, chance);
    if (chance.outOf(1, 3)) {
      story.firstAid(chance.later(begins, 1, 12));
    }
  }

  private static void titled(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2024-09-30");
    story.opens(Route.CAPITALISATION, begins);
    LocalDate last = ccps(story, chance.shuffled(story.ccps()), begins, 6, chance);
    story.firstAid(last).title(chance.later(last, 1, 3));
  }

  private static void awaiting(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2024-06-28");
    story.firstAid(begins).opens(Route.CAPITALISATION, begins);
    ccps(story, story.ccps(), begins, 6, chance);
  }

  private static void juryGrants(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2025-06-30");
    story
        .opens(Route.TRAINING, chance.oneOf(ACCESSES), begins)
        .firstAid(chance.later(begins, 2, 5));
    List<String> granted = chance.some(chance.between(1, 2), story.ccps());
    LocalDate session = chance.later(begins, 8, 11);
    story.trained(PROGRAMME, granted, begins, session).granted(granted, session);
  }

  private static void vae(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-10-02", "2025-10-31");
    LocalDate session = chance.later(begins, 5, 9);
    story.opens(Route.VAE, begins).firstAid(chance.later(begins, 1, 3)).title(session);
  }

  private static void vaeGranted(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-10-02", "2025-10-31");
    List<String> granted = chance.some(chance.between(1, 2), story.ccps());
    story.opens(Route.VAE, begins).granted(granted, chance.later(begins, 5, 9));
  }

  private static void reanchored(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate begins = chance.day("2023-09-04", "2024-06-28");
    LocalDate first = chance.later(begins, 2, 5);
    story
        .opens(Route.CAPITALISATION, begins)
        .ccp(ccps.get(1), chance.later(first, 6, 10))
        .ccp(ccps.get(0), first);
  }

  private static void annulled(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2024-06-28");
    story.opens(Route.CAPITALISATION, begins);
    LocalDate last = ccps(story, story.ccps().subList(0, 2), begins, 7, chance);
    story.annulledWithSession(story.ccps().getFirst(), chance.later(last, 2, 5));
  }

  private static void inQuestion(Story story, Chance chance) {
    LocalDate begins = chance.day("2023-09-04", "2024-03-29");
    story.opens(Route.CAPITALISATION, begins);
    LocalDate last = ccps(story, story.ccps(), begins, 5, chance);
    LocalDate awarded = chance.later(last, 1, 2);
    story
        .firstAid(chance.later(begins, 1, 3))
        .title(awarded)
        .annulledForFraud(story.ccps().get(1), chance.later(awarded, 4, 8));
  }

  private static void absent(Story story, Chance chance) {
    LocalDate begins = chance.day("2024-01-08", "2025-06-30");
    LocalDate session = chance.later(begins, 8, 10);
    boolean excused = chance.outOf(2, 3);
    story
        .opens(Route.TRAINING, begins)
        .firstAid(chance.later(begins, 3, 5))
        .absent(session, excused);
    if (excused) {
      story.title(chance.later(session, 2, 4));
    }
  }

  private static void refused(Story story, Chance chance) {
    LocalDate begins = chance.day("2024-01-08", "2025-06-30");
    story.opens(Route.TRAINING, begins).refused(chance.later(begins, 8, 11));
  }
}
