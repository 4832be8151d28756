package fr.livret.demo;

import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Candidates to AMIS-2013 by capitalisation; those by training and VAE are told beside. */
final class Amis2013Stories {
  private Amis2013Stories() {}

  static List<Plot> plots() {
    List<Plot> capitalising =
        List.of(
            plot("capitalised and title", 14, Amis2013Stories::titled),
            plot("capitalised and title, long ago", 8, Amis2013Stories::titledLongAgo),
            plot("last CCP on the last day", 2, Amis2013Stories::lastDay),
            plot("window slid, then title", 5, Amis2013Stories::slid),
            plot("window slid, still open", 6, Amis2013Stories::slidAndOpen),
            plot("expired", 12, Amis2013Stories::expired),
            plot("expired after a 29 February", 1, Amis2013Stories::leapDay),
            plot("window closes within a year", 16, Amis2013Stories::closingSoon),
            plot("capitalising", 14, Amis2013Stories::capitalising),
            plot("all CCPs, title to come", 6, Amis2013Stories::fulfilled),
            plot("re-anchored", 6, Amis2013Stories::reanchored),
            plot("CCP annulled", 5, Amis2013Stories::annulled),
            plot("title called into question", 3, Amis2013Stories::inQuestion),
            plot("expired, back years later", 3, Amis2013Stories::cameBack));
    return Stream.of(capitalising, Amis2013Sessions.plots(), Amis2013Refusals.plots())
        .flatMap(List::stream)
        .toList();
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("AMIS-2013", name, times, telling);
  }

  /** Gives the day of the last CCP. */
  private static LocalDate ccps(
      Story story, List<String> ccps, LocalDate first, int least, int most, Chance chance) {
    LocalDate day = first;
    for (String ccp : ccps) {
      if (!ccp.equals(ccps.getFirst())) {
        day = chance.later(day, least, most);
      }
      story.ccp(ccp, day);
    }
    return day;
  }

  private static Story opensBefore(Story story, LocalDate first, Chance chance) {
    return story.opens(Route.CAPITALISATION, chance.later(first, -4, -2));
  }

  private static void titled(Story story, Chance chance) {
    LocalDate first = chance.day("2021-12-06", "2024-06-28");
    opensBefore(story, first, chance);
    LocalDate last = ccps(story, chance.shuffled(story.ccps()), first, 5, 10, chance);
    story.title(chance.later(last, 1, 3));
  }

  private static void titledLongAgo(Story story, Chance chance) {
    LocalDate first = chance.day("2011-12-05", "2018-12-31");
    opensBefore(story, first, chance);
    LocalDate last = ccps(story, chance.shuffled(story.ccps()), first, 8, 22, chance);
    story.title(chance.later(last, 1, 8));
  }

  private static void lastDay(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.dayWithAnniversary("2014-01-06", "2019-12-31", 5, 0);
    opensBefore(story, first, chance)
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(1), chance.later(first, 18, 40))
        .ccp(ccps.get(2), first.plusYears(5))
        .title(chance.later(first, 63, 75));
  }

  private static void slid(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.dayWithAnniversary("2015-01-05", "2019-12-31", 5, 1);
    LocalDate third = first.plusYears(5).plusDays(1);
    LocalDate again = chance.later(third, 3, 8);
    opensBefore(story, first, chance)
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(1), chance.later(first, 24, 30))
        .ccp(ccps.get(2), third)
        .ccp(ccps.get(0), again)
        .title(chance.later(again, 1, 3));
  }

  private static void slidAndOpen(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.day("2020-06-01", "2021-06-30");
    opensBefore(story, first, chance)
        .ccp(ccps.get(0), first)
        .ccp(ccps.get(1), chance.later(first, 20, 30))
        .ccp(ccps.get(2), chance.later(first, 61, 63));
  }

  private static void expired(Story story, Chance chance) {
    LocalDate first = chance.day("2011-11-07", "2018-12-31");
    opensBefore(story, first, chance);
    ccps(story, chance.some(chance.between(1, 2), story.ccps()), first, 6, 20, chance);
  }

  private static void leapDay(Story story, Chance chance) {
    LocalDate first = LocalDate.of(2016, 2, 29);
    opensBefore(story, first, chance).ccp(story.ccps().getFirst(), first);
  }

  private static void closingSoon(Story story, Chance chance) {
    LocalDate first = chance.day("2021-12-06", "2022-10-28");
    opensBefore(story, first, chance);
    ccps(story, chance.some(chance.between(1, 2), story.ccps()), first, 8, 36, chance);
  }

  private static void capitalising(Story story, Chance chance) {
    LocalDate first = chance.day("2022-11-07", "2026-09-30");
    opensBefore(story, first, chance);
    ccps(story, chance.some(chance.between(1, 2), story.ccps()), first, 4, 8, chance);
  }

  private static void fulfilled(Story story, Chance chance) {
    LocalDate first = chance.day("2023-09-04", "2025-03-31");
    opensBefore(story, first, chance);
    ccps(story, chance.shuffled(story.ccps()), first, 4, 8, chance);
  }

  private static void reanchored(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.day("2022-03-01", "2024-06-28");
    opensBefore(story, first, chance)
        .ccp(ccps.get(1), chance.later(first, 8, 14))
        .ccp(ccps.get(0), first);
  }

  private static void annulled(Story story, Chance chance) {
    List<String> ccps = story.ccps();
    LocalDate first = chance.day("2022-01-10", "2023-12-29");
    opensBefore(story, first, chance);
    LocalDate last = ccps(story, ccps.subList(0, 2), first, 6, 12, chance);
    story.annulledWithSession(ccps.getFirst(), chance.later(last, 3, 6));
  }

  private static void inQuestion(Story story, Chance chance) {
    LocalDate first = chance.day("2022-01-10", "2023-06-30");
    opensBefore(story, first, chance);
    LocalDate last = ccps(story, story.ccps(), first, 4, 8, chance);
    LocalDate awarded = chance.later(last, 1, 3);
    story.title(awarded).annulledForFraud(story.ccps().get(1), chance.later(awarded, 5, 9));
  }

  private static void cameBack(Story story, Chance chance) {
    expired(story, chance);
    Amis2023Stories.training(story, chance);
  }
}
