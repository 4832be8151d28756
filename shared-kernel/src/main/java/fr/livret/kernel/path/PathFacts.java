package fr.livret.kernel.path;

import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ValidityChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the window is derived from. The order in which facts were recorded does not matter to
 * what is derived from them.
 *
 * @param obtainings every CCP obtained, annulled ones included
 * @param validityChanges what was decided on the title's validity
 * @param refusals the days on which a jury refused the title
 * @param title its award, if any
 */
public record PathFacts(
    List<Obtaining> obtainings,
    List<ValidityChange> validityChanges,
    List<TitleRefusal> refusals,
    @Nullable Award title) {

  /** No fact yet. */
  public static final PathFacts NONE = new PathFacts(List.of(), List.of(), List.of(), null);

  /**
   * A title awarded.
   *
   * @param heldOn the day the jury sat
   * @param restsOn whether it was awarded on CCPs or on a whole session
   */
  public record Award(LocalDate heldOn, RestsOn restsOn) {}

  /**
   * A title refused by a jury.
   *
   * @param heldOn the day the jury sat
   * @param ccpsGranted whether it granted CCPs
   */
  public record TitleRefusal(LocalDate heldOn, boolean ccpsGranted) {}

  public PathFacts {
    obtainings = List.copyOf(obtainings);
    validityChanges = List.copyOf(validityChanges);
    refusals = List.copyOf(refusals);
  }

  /** The obtainings that stand as of that day, oldest first. */
  public List<Obtaining> standingOn(LocalDate day) {
    return obtainings.stream()
        .filter(obtaining -> obtaining.standsOn(day))
        .sorted(Comparator.comparing(Obtaining::obtainedOn).thenComparing(Obtaining::ccp))
        .toList();
  }

  /** The award, if the jury sat by that day. */
  public Optional<Award> titleBy(LocalDate day) {
    return Optional.ofNullable(title).filter(award -> !award.heldOn().isAfter(day));
  }

  /** The latest obtaining of that CCP by that day that nobody annulled. */
  public Optional<Obtaining> latestStanding(CcpCode ccp, LocalDate day) {
    return obtainings.stream()
        .filter(obtaining -> obtaining.ccp().equals(ccp) && obtaining.standsOn(day))
        .max(Comparator.comparing(Obtaining::obtainedOn));
  }

  PathFacts with(Obtaining obtaining) {
    List<Obtaining> all = new ArrayList<>(obtainings);
    all.add(obtaining);
    return new PathFacts(all, validityChanges, refusals, title);
  }

  PathFacts annulled(CcpCode ccp, LocalDate obtainedOn, LocalDate decidedOn) {
    List<Obtaining> all = new ArrayList<>(obtainings);
    all.replaceAll(one ->
        one.ccp().equals(ccp) && one.obtainedOn().equals(obtainedOn) && one.annulledOn() == null
            ? new Obtaining(ccp, obtainedOn, decidedOn)
            : one);
    return new PathFacts(all, validityChanges, refusals, title);
  }

  PathFacts with(ValidityChange change) {
    List<ValidityChange> all = new ArrayList<>(validityChanges);
    all.add(change);
    return new PathFacts(obtainings, all, refusals, title);
  }

  PathFacts with(TitleRefusal refusal) {
    List<TitleRefusal> all = new ArrayList<>(refusals);
    all.add(refusal);
    return new PathFacts(obtainings, validityChanges, all, title);
  }

  PathFacts with(Award award) {
    return new PathFacts(obtainings, validityChanges, refusals, award);
  }
}
