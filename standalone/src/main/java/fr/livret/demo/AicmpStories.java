package fr.livret.demo;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Candidates to AICMP-2022, the private title of five blocs: nothing of it ever lapses. */
final class AicmpStories {
  private AicmpStories() {}

  static List<Plot> plots() {
    return List.of(
        plot("five blocs and title", 16, AicmpStories::titled),
        plot("some blocs", 10, AicmpStories::someBlocs),
        plot("five blocs, no decision yet", 3, AicmpStories::allBlocs),
        plot("VAE", 5, AicmpStories::vae),
        plot("jury grants blocs", 3, AicmpStories::jury),
        plot("access not open", 2, AicmpStories::accessNotOpen),
        plot("bloc annulled", 2, AicmpStories::annulled),
        plot("title called into question", 2, AicmpStories::inQuestion));
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("AICMP-2022", name, times, telling);
  }

  private static LocalDate blocs(Story story, List<String> blocs, LocalDate from, Chance chance) {
    LocalDate day = from;
    for (String bloc : blocs) {
      day = chance.later(day, 1, 2);
      story.ccp(bloc, day);
    }
    return day;
  }

  private static void titled(Story story, Chance chance) {
    LocalDate begins = chance.day("2020-10-01", "2022-06-30");
    Access access =
        chance.outOf(1, 3) ? Access.PROFESSIONALISATION_CONTRACT : Access.CONTINUING_EDUCATION;
    story.opens(Route.TRAINING, access, begins);
    LocalDate last = blocs(story, story.ccps(), begins, chance);
    story.title(chance.later(last, 0, 2));
  }

  private static void someBlocs(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-01-04", "2023-05-31");
    story.opens(Route.CAPITALISATION, begins);
    blocs(story, chance.some(chance.between(1, 4), story.ccps()), begins, chance);
  }

  private static void allBlocs(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-06-01", "2022-12-30");
    story.opens(Route.TRAINING, begins);
    blocs(story, story.ccps(), begins, chance);
  }

  private static void vae(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-01-04", "2023-03-31");
    LocalDate session = chance.later(begins, 4, 9);
    story.opens(Route.VAE, begins);
    story.ccps().forEach(bloc -> story.ccp(bloc, session));
    story.title(session);
  }

  private static void jury(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-01-04", "2022-12-30");
    LocalDate session = chance.later(begins, 6, 10);
    List<String> blocs = chance.some(3, story.ccps());
    story.opens(Route.TRAINING, begins).granted(blocs, session);
  }

  private static void accessNotOpen(Story story, Chance chance) {
    LocalDate asks = chance.day("2021-09-01", "2022-06-30");
    story
        .opens(Route.CAPITALISATION, Access.INDIVIDUAL, asks)
        .meantToBeRefused(Refused.ROUTE_NOT_OPEN);
    LocalDate begins = chance.later(asks, 1, 3);
    story.opens(Route.CAPITALISATION, begins);
    blocs(story, story.ccps().subList(0, 2), begins, chance);
  }

  private static void annulled(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-06-01", "2022-06-30");
    story.opens(Route.CAPITALISATION, begins);
    LocalDate last = blocs(story, story.ccps().subList(0, 3), begins, chance);
    story.annulledWithSession(story.ccps().getFirst(), chance.later(last, 2, 4));
  }

  private static void inQuestion(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-01-04", "2021-12-31");
    story.opens(Route.TRAINING, begins);
    LocalDate last = blocs(story, story.ccps(), begins, chance);
    story.title(chance.later(last, 0, 2));
    story.annulledForFraud(story.ccps().get(3), chance.later(last, 9, 15));
  }
}
