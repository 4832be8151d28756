package fr.livret.kernel.path;

import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ValidityChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything the window and the title are derived from. The order in which facts were recorded does
 * not matter to what is derived from them.
 *
 * @param obtainings every CCP obtained, annulled ones included
 * @param validityChanges what was decided on the title's validity
 * @param refusals the days on which a jury refused the title
 * @param absences the sessions the candidate did not come to
 * @param title its award, if any that was not annulled
 * @param specialisations the CCS that stand
 */
public record PathFacts(
    List<Obtaining> obtainings,
    List<ValidityChange> validityChanges,
    List<TitleRefusal> refusals,
    List<Absence> absences,
    @Nullable Award title,
    List<Specialised> specialisations) {

  /** No fact yet. */
  public static final PathFacts NONE =
      new PathFacts(List.of(), List.of(), List.of(), List.of(), null, List.of());

  /**
   * A title awarded.
   *
   * @param heldOn the day the jury sat
   * @param restsOn whether it was awarded on CCPs or on a whole session
   * @param minutes the PV it stands in, where Livret keeps it
   * @param withdrawnOn the day of the decision that withdrew it
   */
  public record Award(
      LocalDate heldOn,
      RestsOn restsOn,
      @Nullable MinutesRef minutes,
      @Nullable LocalDate withdrawnOn) {

    /** Where a reckoning begins with it. */
    Anchor anchor() {
      return Anchor.of(Anchor.Kind.TITLE_AWARDED, heldOn);
    }

    /** Whether it is withdrawn by that day. */
    public boolean withdrawnBy(LocalDate day) {
      return withdrawnOn != null && !withdrawnOn.isAfter(day);
    }
  }

  /**
   * A title refused by a jury.
   *
   * @param heldOn the day the jury sat
   * @param ccpsGranted whether it granted CCPs
   * @param minutes the PV it stands in, where Livret keeps it
   */
  public record TitleRefusal(LocalDate heldOn, boolean ccpsGranted, @Nullable MinutesRef minutes) {}

  /**
   * A session the candidate did not come to.
   *
   * @param minutes the PV it stands in, where Livret keeps it
   */
  public record Absence(LocalDate heldOn, boolean excused, @Nullable MinutesRef minutes) {}

  /**
   * A CCS held.
   *
   * @param minutes the PV it stands in, where Livret keeps it
   */
  public record Specialised(String ccs, LocalDate obtainedOn, @Nullable MinutesRef minutes) {}

  public PathFacts {
    obtainings = List.copyOf(obtainings);
    validityChanges = List.copyOf(validityChanges);
    refusals = List.copyOf(refusals);
    absences = List.copyOf(absences);
    specialisations = List.copyOf(specialisations);
  }

  /** The obtainings that stand as of that day, oldest first. */
  public List<Obtaining> standingOn(LocalDate day) {
    return obtainings.stream()
        .filter(obtaining -> obtaining.standsOn(day))
        .sorted(Comparator.comparing(Obtaining::obtainedOn).thenComparing(Obtaining::ccp))
        .toList();
  }

  /** The award, if the jury sat by that day; withdrawn or not. */
  public Optional<Award> titleBy(LocalDate day) {
    return Optional.ofNullable(title).filter(award -> !award.heldOn().isAfter(day));
  }

  /** The title held on that day: awarded by then, and not withdrawn. */
  public Optional<Award> titleHeldOn(LocalDate day) {
    return titleBy(day).filter(award -> !award.withdrawnBy(day));
  }

  /** Whether anything recorded could have given that CCP: its obtaining, or a title. */
  boolean couldGive(CcpCode ccp) {
    return title != null || obtainings.stream().anyMatch(one -> one.ccp().equals(ccp));
  }

  /** The latest obtaining of that CCP by that day that nobody annulled. */
  public Optional<Obtaining> latestStanding(CcpCode ccp, LocalDate day) {
    return obtainings.stream()
        .filter(obtaining -> obtaining.ccp().equals(ccp) && obtaining.standsOn(day))
        .max(Comparator.comparing(Obtaining::obtainedOn));
  }

  /** The last time that CCP was obtained by that day, one that stands before one that does not. */
  public Optional<Obtaining> lastObtained(CcpCode ccp, LocalDate day) {
    return obtainings.stream()
        .filter(one -> one.ccp().equals(ccp) && !one.obtainedOn().isAfter(day))
        .max(Comparator.comparing(Obtaining::obtainedOn).thenComparing(one -> one.standsOn(day)));
  }

  PathFacts with(Obtaining obtaining) {
    return obtainings(and(obtainings, obtaining));
  }

  PathFacts obtainings(List<Obtaining> all) {
    return new PathFacts(all, validityChanges, refusals, absences, title, specialisations);
  }

  PathFacts annulled(CcpCode ccp, LocalDate obtainedOn, LocalDate decidedOn) {
    List<Obtaining> all = new ArrayList<>(obtainings);
    all.replaceAll(one ->
        one.ccp().equals(ccp) && one.obtainedOn().equals(obtainedOn) && one.annulledOn() == null
            ? one.annulled(decidedOn)
            : one);
    return obtainings(all);
  }

  PathFacts with(ValidityChange change) {
    return validityChanges(and(validityChanges, change));
  }

  PathFacts validityChanges(List<ValidityChange> all) {
    return new PathFacts(obtainings, all, refusals, absences, title, specialisations);
  }

  PathFacts with(TitleRefusal refusal) {
    return new PathFacts(
        obtainings, validityChanges, and(refusals, refusal), absences, title, specialisations);
  }

  PathFacts with(Absence absence) {
    return new PathFacts(
        obtainings, validityChanges, refusals, and(absences, absence), title, specialisations);
  }

  PathFacts with(@Nullable Award award) {
    return new PathFacts(obtainings, validityChanges, refusals, absences, award, specialisations);
  }

  PathFacts titleWithdrawn(LocalDate decidedOn) {
    return title == null
        ? this
        : with(new Award(title.heldOn(), title.restsOn(), title.minutes(), decidedOn));
  }

  PathFacts with(Specialised specialised) {
    return specialisations(and(specialisations, specialised));
  }

  /** Without that CCS: annulled or withdrawn. */
  PathFacts withoutCcs(String ccs) {
    return specialisations(without(specialisations, one -> one.ccs().equals(ccs)));
  }

  /** Without what those minutes say of a refusal of the title. */
  PathFacts withoutRefusals(MinutesRef minutes) {
    return new PathFacts(
        obtainings,
        validityChanges,
        without(refusals, one -> minutes.equals(one.minutes())),
        absences,
        title,
        specialisations);
  }

  /** Without what those minutes say of an absence. */
  PathFacts withoutAbsences(MinutesRef minutes) {
    return new PathFacts(
        obtainings,
        validityChanges,
        refusals,
        without(absences, one -> minutes.equals(one.minutes())),
        title,
        specialisations);
  }

  private PathFacts specialisations(List<Specialised> all) {
    return new PathFacts(obtainings, validityChanges, refusals, absences, title, all);
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  private static <T> List<T> without(List<T> some, Predicate<T> gone) {
    return some.stream().filter(gone.negate()).toList();
  }
}
