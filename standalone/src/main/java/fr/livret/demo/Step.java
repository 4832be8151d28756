package fr.livret.demo;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Survey;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is recorded about a candidate.
 *
 * @param meantRefusal why the product is expected to refuse it; null where it is to be accepted
 */
record Step(Deed deed, @Nullable Refused meantRefusal) {

  /** The same, meant to be refused for that reason. */
  Step refusedFor(Refused reason) {
    return new Step(deed, reason);
  }

  /** What is recorded. */
  sealed interface Deed {
    /** The day it is dated. */
    LocalDate day();
  }

  /** A certificate was obtained; {@code validThrough} alone may lie in the future. */
  record Certified(String kind, LocalDate day, LocalDate validThrough, String number)
      implements Deed {}

  /**
   * A path is opened; the steps after it are about this path. On the VAE route it is opened on the
   * application filed last.
   */
  record Opened(String certification, Route route, Access access, LocalDate day) implements Deed {}

  /**
   * An application for VAE is filed; the steps after it are about this application.
   *
   * @param blocs the CCPs asked for; none where the whole title is
   * @param since the first day of an employment that lasts until the filing
   */
  record VaeFiled(String certification, LocalDate day, List<String> blocs, LocalDate since)
      implements Deed {}

  /** The file of the application is complete. */
  record VaeComplete(LocalDate day) implements Deed {}

  /** Something is missing in it. */
  record VaeSupplement(LocalDate day, String missing) implements Deed {}

  /** It is decided, and notified on the same day. */
  record VaeDecided(LocalDate day, boolean granted) implements Deed {}

  /** A CCP was obtained before evaluators. */
  record CcpObtained(
      String ccp, LocalDate day, List<Seat> evaluators, List<String> evidence, String session)
      implements Deed {}

  /** One who evaluated. */
  record Seat(Evaluator evaluator, EvaluatorRole role, boolean ownTrainer) {}

  /** A CCP is annulled. */
  record CcpAnnulled(String ccp, LocalDate day, String reason, String legalSource)
      implements Deed {}

  /** A jury awarded the title. */
  record TitleAwarded(LocalDate day, List<String> evidence, boolean interviewHeld)
      implements Deed {}

  /** A jury refused the title; the CCPs it granted, if any. */
  record TitleRefused(LocalDate day, List<String> granted) implements Deed {}

  /** The candidate did not come. */
  record Absent(LocalDate day, boolean excused) implements Deed {}

  /** A deed of a training. */
  sealed interface TrainingDeed extends Deed {}

  /** A training starts; the deeds of a training after it are about this one. */
  record TrainingStarted(
      String certification, @Nullable String programme, String centre, LocalDate day)
      implements TrainingDeed {}

  /** A test of a training, out of 20 for each CCP. */
  record TestTaken(Test test, String instrument, LocalDate day, SortedMap<String, Integer> points)
      implements TrainingDeed {}

  /** Which test of a training. */
  enum Test {
    ENTRY,
    MOCK,
    EXIT
  }

  /** Hours of a module. */
  record ModuleFollowed(String module, int hours, LocalDate day) implements TrainingDeed {}

  /** An in-training assessment. */
  record EfaSat(String ccp, LocalDate day, boolean acquired) implements TrainingDeed {}

  /** The training is over. */
  record TrainingEnded(LocalDate day, boolean completed) implements TrainingDeed {}

  /** What a title holder answered some time after the award. */
  record Surveyed(Survey after, LocalDate day, boolean employed, boolean inOccupation)
      implements Deed {}
}
