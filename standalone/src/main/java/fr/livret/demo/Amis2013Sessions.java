package fr.livret.demo;

import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Candidates to AMIS-2013 by training and by VAE, who meet a jury. */
final class Amis2013Sessions {
  private Amis2013Sessions() {}

  static List<Plot> plots() {
    return List.of(
        plot("training", 18, Amis2013Sessions::training),
        plot("jury grants CCPs, the others follow, title", 8, Amis2013Sessions::grantedThenTitle),
        plot("jury grants CCPs", 8, Amis2013Sessions::granted),
        plot("jury grants CCPs, expired", 4, Amis2013Sessions::grantedLongAgo),
        plot("VAE", 8, Amis2013Sessions::vae),
        plot("VAE, jury grants CCPs", 5, Amis2013Sessions::vaeGranted),
        plot("absent, then title", 4, Amis2013Sessions::absent),
        plot("absent, excused", 3, Amis2013Sessions::excused),
        plot("refused", 5, Amis2013Sessions::refused));
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("AMIS-2013", name, times, telling);
  }

  private static void training(Story story, Chance chance) {
    LocalDate begins = chance.day("2012-01-09", "2025-09-30");
    LocalDate session = chance.later(begins, 8, 12);
    story.opens(Route.TRAINING, begins).trained(null, story.ccps(), begins, session).title(session);
  }

  private static void grantedThenTitle(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-03-01", "2023-06-30");
    LocalDate day = chance.later(begins, 8, 10);
    List<String> ccps = chance.shuffled(story.ccps());
    int granted = chance.between(1, 2);
    story
        .opens(Route.TRAINING, begins)
        .trained(null, ccps.subList(0, granted), begins, day)
        .granted(ccps.subList(0, granted), day);
    for (String ccp : ccps.subList(granted, ccps.size())) {
      day = chance.later(day, 5, 9);
      story.ccp(ccp, day);
    }
    // The jury may do without a second interview here; now and then it wants one.
    LocalDate awarded = chance.later(day, 1, 3);
    if (chance.outOf(1, 3)) {
      story.title(awarded);
    } else {
      story.titleWithoutInterview(awarded);
    }
  }

  private static void granted(Story story, Chance chance) {
    LocalDate begins = chance.day("2021-06-01", "2025-10-31");
    List<String> granted = chance.some(chance.between(1, 2), story.ccps());
    LocalDate session = chance.later(begins, 8, 10);
    story
        .opens(Route.TRAINING, begins)
        .trained(null, granted, begins, session)
        .granted(granted, session);
  }

  private static void grantedLongAgo(Story story, Chance chance) {
    LocalDate begins = chance.day("2012-01-09", "2018-06-29");
    story
        .opens(Route.TRAINING, begins)
        .granted(story.ccps().subList(0, 2), chance.later(begins, 8, 10));
  }

  private static void vae(Story story, Chance chance) {
    LocalDate begins = chance.day("2012-03-01", "2025-09-30");
    story.opens(Route.VAE, begins).title(chance.later(begins, 4, 9));
  }

  private static void vaeGranted(Story story, Chance chance) {
    LocalDate begins = chance.day("2022-01-10", "2025-09-30");
    LocalDate session = chance.later(begins, 4, 9);
    List<String> ccps = chance.shuffled(story.ccps());
    story.opens(Route.VAE, begins).granted(ccps.subList(0, 2), session);
    if (chance.outOf(1, 2)) {
      story.ccp(ccps.get(2), chance.later(session, 3, 6));
    }
  }

  private static void absent(Story story, Chance chance) {
    LocalDate begins = chance.day("2013-01-07", "2024-12-31");
    LocalDate session = chance.later(begins, 8, 10);
    story.opens(Route.TRAINING, begins).absent(session, false).title(chance.later(session, 3, 10));
  }

  private static void excused(Story story, Chance chance) {
    LocalDate begins = chance.day("2024-06-03", "2025-12-31");
    story.opens(Route.TRAINING, begins).absent(chance.later(begins, 8, 9), true);
  }

  private static void refused(Story story, Chance chance) {
    LocalDate begins = chance.day("2013-01-07", "2024-12-31");
    LocalDate session = chance.later(begins, 8, 10);
    story.opens(Route.TRAINING, begins).refused(session);
    if (chance.outOf(1, 2)) {
      story.title(chance.later(session, 3, 10));
    }
  }
}
