package fr.livret.demo;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Candidates to TMS-2004, all before 2012: a register taken over, its windows long gone. */
final class TmsStories {
  private TmsStories() {}

  static List<Plot> plots() {
    return List.of(
        plot("capitalised in time", 14, TmsStories::inTime),
        plot("title on the last day", 2, TmsStories::lastDay),
        plot("title one day late", 2, TmsStories::oneDayLate),
        plot("window slid", 5, TmsStories::slid),
        plot("expired", 10, TmsStories::expired),
        plot("re-anchored", 3, TmsStories::reanchored),
        plot("training", 13, TmsStories::training),
        plot("training, refused", 4, TmsStories::refused),
        plot("training, jury grants CCPs", 1, TmsStories::jury),
        plot("VAE", 10, TmsStories::vae));
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("TMS-2004", name, times, telling);
  }

  private static void inTime(Story story, Chance chance) {
    LocalDate day = chance.day("2004-10-01", "2007-12-31");
    story.opens(Route.CAPITALISATION, day);
    for (String ccp : chance.shuffled(story.ccps())) {
      day = chance.later(day, 5, 13);
      story.ccp(ccp, day);
    }
    story.title(chance.later(day, 1, 3));
  }

  private static void lastDay(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.dayWithAnniversary("2005-01-03", "2006-12-29", 5, 0);
    story
        .opens(Route.CAPITALISATION, first)
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(1), chance.later(first, 20, 28))
        .ccp(ccps.get(2), chance.later(first, 40, 55))
        .title(first.plusYears(5));
  }

  private static void oneDayLate(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.dayWithAnniversary("2005-01-03", "2006-06-30", 5, 1);
    LocalDate again = chance.later(first.plusYears(5), 1, 2);
    story
        .opens(Route.CAPITALISATION, first)
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(1), chance.later(first, 20, 24))
        .ccp(ccps.get(2), chance.later(first, 40, 48))
        .title(first.plusYears(5).plusDays(1))
        .meantToBeRefused(Refused.CCPS_MISSING)
        .ccp(ccps.get(0), again)
        .title(chance.later(again, 1, 2));
  }

  private static void slid(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.day("2005-09-01", "2006-03-31");
    LocalDate third = chance.later(first, 61, 63);
    LocalDate again = chance.later(third, 2, 3);
    story
        .opens(Route.CAPITALISATION, chance.later(first, -6, -2))
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(1), chance.later(first, 20, 24))
        .ccp(ccps.get(2), third)
        .ccp(ccps.get(0), again)
        .title(chance.later(again, 1, 2));
  }

  private static void expired(Story story, Chance chance) {
    LocalDate day = chance.day("2004-11-02", "2009-12-31");
    story.opens(Route.CAPITALISATION, day);
    for (String ccp : chance.some(chance.between(1, 2), story.ccps())) {
      day = chance.later(day, 3, 12);
      story.ccp(ccp, day);
    }
  }

  private static void reanchored(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.day("2006-01-02", "2007-06-29");
    LocalDate second = chance.later(first, 8, 14);
    LocalDate third = chance.later(second, 8, 14);
    story
        .opens(Route.CAPITALISATION, chance.later(first, -5, -2))
        .ccp(ccps.get(1), second)
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(2), third)
        .title(chance.later(third, 1, 3));
  }

  private static void training(Story story, Chance chance) {
    LocalDate begins = chance.day("2004-10-01", "2011-03-31");
    story.opens(Route.TRAINING, begins).title(chance.later(begins, 8, 12));
  }

  private static void refused(Story story, Chance chance) {
    LocalDate begins = chance.day("2005-02-01", "2010-03-31");
    LocalDate session = chance.later(begins, 8, 12);
    story.opens(Route.TRAINING, begins).refused(session);
    if (chance.outOf(1, 2)) {
      story.title(chance.later(session, 5, 10));
    }
  }

  private static void jury(Story story, Chance chance) {
    LocalDate begins = chance.day("2007-02-01", "2009-03-31");
    LocalDate session = chance.later(begins, 8, 12);
    story
        .opens(Route.TRAINING, begins)
        .granted(story.ccps().subList(0, 1), session)
        .meantToBeRefused(Refused.PARTIAL_NOT_PROVIDED)
        .refused(session);
  }

  private static void vae(Story story, Chance chance) {
    LocalDate day = chance.day("2005-03-01", "2009-12-31");
    story.opens(Route.VAE, day);
    for (String ccp : story.ccps()) {
      day = chance.later(day, 1, 6);
      story.ccp(ccp, day);
    }
    if (chance.outOf(7, 10)) {
      story.title(chance.later(day, 1, 3));
    }
  }
}
