package fr.livret.demo;

import fr.livret.demo.Step.Deed;
import fr.livret.demo.Step.EfaSat;
import fr.livret.demo.Step.ModuleFollowed;
import fr.livret.demo.Step.Test;
import fr.livret.demo.Step.TestTaken;
import fr.livret.demo.Step.TrainingEnded;
import fr.livret.demo.Step.TrainingStarted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is recorded of a whole training before its session: some of it, as centres do. */
final class Apprenticeship {
  private static final List<String> CENTRES =
      List.of("Lille", "Évry-Courcouronnes", "Marseille Nord", "Saint-Denis", "Lyon Vaise");
  private static final List<String> MODULES =
      List.of("M01", "M02", "M05", "M06", "M07", "M08", "M09", "M14");
  private static final int A_DAY = 7;

  private Apprenticeship() {}

  /**
   * The deeds of a training, by day.
   *
   * @param programme null where none is known; its modules are then named by their CCP
   * @param acquired the CCPs whose EFA is acquired; those of the others are not
   * @param session the day of the jury, at least seven months later
   */
  static List<Deed> of(
      Title title,
      @Nullable String programme,
      List<String> acquired,
      LocalDate begins,
      LocalDate session,
      Chance chance) {
    List<Deed> deeds = new ArrayList<>();
    deeds.add(new TrainingStarted(title.code(), programme, chance.oneOf(CENTRES), begins));
    deeds.add(test(Test.ENTRY, "QCM-A", begins.plusDays(1), title, 3, 13, chance));
    List<String> modules = programme == null ? title.ccps() : MODULES;
    for (int week = 1; week <= 12; week++) {
      String module = modules.get(week % modules.size());
      deeds.add(new ModuleFollowed(module, A_DAY, begins.plusWeeks(week)));
    }
    deeds.add(test(Test.MOCK, "EB-1", begins.plusMonths(4), title, 6, 16, chance));
    LocalDate assessed = begins.plusMonths(5);
    for (String ccp : title.ccps()) {
      boolean succeeds = acquired.contains(ccp);
      if (!succeeds || chance.outOf(1, 4)) {
        deeds.add(new EfaSat(ccp, assessed, false));
      }
      if (succeeds) {
        deeds.add(new EfaSat(ccp, assessed.plusDays(14), true));
      }
    }
    LocalDate ends = session.minusDays(10);
    String instrument = chance.outOf(3, 4) ? "QCM-A" : "QCM-B";
    deeds.add(test(Test.EXIT, instrument, ends, title, 9, 19, chance));
    deeds.add(new TrainingEnded(ends, true));
    return deeds;
  }

  private static TestTaken test(
      Test test,
      String instrument,
      LocalDate day,
      Title title,
      int least,
      int most,
      Chance chance) {
    SortedMap<String, Integer> points = new TreeMap<>();
    for (String ccp : title.ccps()) {
      points.put(ccp, chance.between(least, most));
    }
    return new TestTaken(test, instrument, day, points);
  }
}
