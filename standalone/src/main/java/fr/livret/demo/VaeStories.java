package fr.livret.demo;

import fr.livret.kernel.law.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Applications for VAE in every situation an adviser meets, so that the queue is not empty. */
final class VaeStories {
  private VaeStories() {}

  /** Those for AMIS-2023, under the rules of 2017 and of 2024. */
  static List<Plot> plots() {
    return List.of(
        plot("VAE application, not complete", 3, VaeStories::waiting),
        plot("VAE application, near silence", 4, VaeStories::nearSilence),
        plot("VAE application, supplement requested", 3, VaeStories::supplement),
        plot("VAE application, restarted", 2, VaeStories::restarted),
        plot("VAE application, granted by silence", 3, VaeStories::grantedBySilence),
        plot("VAE application, late decision", 2, VaeStories::lateDecision),
        plot("VAE application, granted", 2, VaeStories::granted),
        plot("VAE application, refused", 2, VaeStories::refused),
        plot("VAE application, granted and lapsed", 3, VaeStories::lapsed),
        plot("VAE applications for blocs", 2, VaeStories::blocs),
        plot("VAE application, quota", 2, VaeStories::quota));
  }

  /** Those of a register taken over, for TMS-2004. */
  static List<Plot> longAgo() {
    return List.of(
        new Plot("TMS-2004", "VAE refused by silence", 4, VaeStories::refusedBySilence),
        new Plot("TMS-2004", "VAE, experience too short", 2, VaeStories::tooShort));
  }

  private static Plot plot(String name, int times, BiConsumer<Story, Chance> telling) {
    return new Plot("AMIS-2023", name, times, telling);
  }

  private static void waiting(Story story, Chance chance) {
    story.filed(chance.day("2026-10-05", "2026-10-30"));
  }

  private static void nearSilence(Story story, Chance chance) {
    LocalDate day = chance.day("2026-09-07", "2026-09-30");
    story.filed(day.minusDays(chance.between(3, 12))).complete(day);
  }

  private static void supplement(Story story, Chance chance) {
    LocalDate day = chance.day("2026-08-24", "2026-09-18");
    story.filed(day.minusDays(5)).complete(day).supplement(day.plusDays(chance.between(8, 40)));
  }

  private static void restarted(Story story, Chance chance) {
    LocalDate day = chance.day("2026-07-20", "2026-08-20");
    story
        .filed(day.minusDays(5))
        .complete(day)
        .supplement(day.plusDays(20))
        .complete(day.plusDays(chance.between(45, 70)));
  }

  private static void grantedBySilence(Story story, Chance chance) {
    LocalDate day = chance.day("2026-06-15", "2026-08-31");
    story.filed(day.minusDays(5)).complete(day);
  }

  private static void lateDecision(Story story, Chance chance) {
    LocalDate day = chance.day("2026-04-01", "2026-06-30");
    story.filed(day.minusDays(5)).complete(day).decided(day.plusMonths(2).plusDays(10), false);
  }

  private static void granted(Story story, Chance chance) {
    LocalDate day = chance.day("2026-07-01", "2026-08-31");
    story.filed(day.minusDays(5)).complete(day).decided(day.plusDays(35), true);
  }

  private static void refused(Story story, Chance chance) {
    LocalDate day = chance.day("2025-02-03", "2026-06-30");
    story.filed(day.minusDays(5)).complete(day).decided(day.plusDays(35), false);
  }

  private static void lapsed(Story story, Chance chance) {
    LocalDate day = chance.day("2024-09-02", "2026-01-30");
    story.filed(day.minusDays(5)).complete(day).decided(day.plusDays(35), true);
  }

  private static void blocs(Story story, Chance chance) {
    LocalDate day = chance.day("2026-02-02", "2026-09-30");
    List<String> ccps = story.ccps();
    story
        .filed(day, day.minusYears(1), ccps.subList(0, 1))
        .filed(day.plusDays(10), day.minusYears(1), ccps.subList(1, 2));
  }

  private static void quota(Story story, Chance chance) {
    LocalDate day = chance.day("2026-02-02", "2026-08-31");
    story
        .filed(day)
        .filed(day.plusDays(20))
        .meantToBeRefused(Refused.QUOTA_CERTIFICATION)
        .decided(day.plusDays(30), false);
  }

  private static void refusedBySilence(Story story, Chance chance) {
    story.filed(chance.day("2006-01-09", "2010-12-15"));
  }

  private static void tooShort(Story story, Chance chance) {
    LocalDate day = chance.day("2006-01-09", "2010-12-15");
    story
        .filed(day, day.minusYears(3).plusDays(2), List.of())
        .meantToBeRefused(Refused.EXPERIENCE_TOO_SHORT)
        .filed(day.plusDays(1), day.minusYears(3).plusDays(2), List.of());
  }
}
