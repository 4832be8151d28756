package fr.livret.demo;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Survey;
import java.time.LocalDate;
import java.util.List;
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

  /** A path is opened; the steps after it are about this path. */
  record Opened(
      String certification,
      Route route,
      Access access,
      LocalDate day,
      @Nullable String vaeApplication)
      implements Deed {}

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

  /** What a title holder answered some time after the award. */
  record Surveyed(Survey after, LocalDate day, boolean employed, boolean inOccupation)
      implements Deed {}
}
