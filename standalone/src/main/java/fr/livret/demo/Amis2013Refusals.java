package fr.livret.demo;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Mistakes of a clerk on paths to AMIS-2013, which the product refuses and the clerk mends. */
final class Amis2013Refusals {
  private Amis2013Refusals() {}

  static List<Plot> plots() {
    return List.of(
        plot("same CCP twice", 2, Amis2013Refusals::twice),
        plot("own trainer", 1, Amis2013Refusals::ownTrainer),
        plot("no dossier", 1, Amis2013Refusals::noDossier),
        plot("no interview", 1, Amis2013Refusals::noInterview),
        plot("a CCP short of the title", 1, Amis2013Refusals::oneShort));
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("AMIS-2013", name, times, telling);
  }

  private static LocalDate opened(Story story, Chance chance) {
    LocalDate begins = chance.day("2022-09-05", "2023-12-29");
    story.opens(Route.CAPITALISATION, begins);
    return chance.later(begins, 2, 4);
  }

  private static void twice(Story story, Chance chance) {
    LocalDate first = opened(story, chance);
    LocalDate second = chance.later(first, 4, 8);
    story
        .ccp(story.ccps().get(0), first)
        .ccp(story.ccps().get(0), second)
        .meantToBeRefused(Refused.CCP_ALREADY_HELD)
        .ccp(story.ccps().get(1), second);
  }

  private static void ownTrainer(Story story, Chance chance) {
    LocalDate first = opened(story, chance);
    story
        .ccpBeforeOwnTrainer(story.ccps().getFirst(), first)
        .meantToBeRefused(Refused.EVALUATOR_CONFLICT)
        .ccp(story.ccps().getFirst(), chance.later(first, 1, 3));
  }

  private static void noDossier(Story story, Chance chance) {
    LocalDate first = opened(story, chance);
    story
        .ccpWithoutLastElement(story.ccps().getFirst(), first)
        .meantToBeRefused(Refused.EVIDENCE_MISSING)
        .ccp(story.ccps().getFirst(), first);
  }

  private static void noInterview(Story story, Chance chance) {
    LocalDate day = opened(story, chance);
    for (String ccp : story.ccps()) {
      day = chance.later(day, 3, 6);
      story.ccp(ccp, day);
    }
    LocalDate session = chance.later(day, 1, 2);
    story
        .titleWithoutInterview(session)
        .meantToBeRefused(Refused.INTERVIEW_REQUIRED)
        .title(chance.later(session, 1, 2));
  }

  private static void oneShort(Story story, Chance chance) {
    LocalDate first = opened(story, chance);
    LocalDate second = chance.later(first, 4, 8);
    story
        .ccp(story.ccps().get(0), first)
        .ccp(story.ccps().get(1), second)
        .title(chance.later(second, 1, 3))
        .meantToBeRefused(Refused.CCPS_MISSING);
  }
}
