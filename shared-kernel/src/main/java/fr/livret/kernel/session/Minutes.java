package fr.livret.kernel.session;

import fr.livret.kernel.path.PathId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Signed minutes with all that became of them.
 *
 * @param editions the minutes as signed, then each rectification
 * @param refusals the days on which their annulment was refused
 * @param appeals against those refusals
 * @param noted what is known to have reached the paths, or to have been refused there
 */
public record Minutes(
    List<Edition> editions, List<LocalDate> refusals, List<Appeal> appeals, Set<Effect> noted) {

  /**
   * One edition.
   *
   * @param number 1 for the minutes as signed
   * @param decidedOn the day they were signed, or rectified
   * @param reason of the rectification
   * @param legalSource of the rectification, where stated
   * @param results what this edition decides anew
   */
  public record Edition(
      int number,
      LocalDate decidedOn,
      @Nullable String reason,
      @Nullable String legalSource,
      List<Result> results,
      @Nullable LocalDate registeredOn,
      @Nullable LocalDate notifiedOn) {
    public Edition {
      results = List.copyOf(results);
    }

    Edition registered(LocalDate on) {
      return new Edition(number, decidedOn, reason, legalSource, results, on, notifiedOn);
    }

    Edition notified(LocalDate on) {
      return new Edition(number, decidedOn, reason, legalSource, results, registeredOn, on);
    }

    Optional<Result> resultOf(PathId path) {
      return results.stream().filter(one -> one.path().equals(path)).findFirst();
    }
  }

  /** An appeal against a refusal to annul, the first of the refusals being 1. */
  public record Appeal(int refusal, AppealBody body, LocalDate lodgedOn, boolean decided) {}

  public Minutes {
    editions = List.copyOf(editions);
    refusals = List.copyOf(refusals);
    appeals = List.copyOf(appeals);
    noted = Set.copyOf(noted);
  }

  static Minutes signed(LocalDate on, List<Result> results) {
    Edition first = new Edition(1, on, null, null, results, null, null);
    return new Minutes(List.of(first), List.of(), List.of(), Set.of());
  }

  /** The edition in force. */
  public Edition latest() {
    return editions.getLast();
  }

  /** The edition that decides on that candidate now. */
  public Optional<Edition> deciding(PathId path) {
    return editions.reversed().stream()
        .filter(edition -> edition.resultOf(path).isPresent())
        .findFirst();
  }

  /** The edition that decided on that candidate before this one did. */
  Optional<Edition> decidingBefore(PathId path, int edition) {
    return editions.reversed().stream()
        .filter(one -> one.number() < edition && one.resultOf(path).isPresent())
        .findFirst();
  }

  Optional<Edition> edition(int number) {
    return editions.stream().filter(one -> one.number() == number).findFirst();
  }

  Minutes rectified(Edition edition) {
    List<Edition> all = new ArrayList<>(editions);
    all.add(edition);
    return new Minutes(all, refusals, appeals, noted);
  }

  Minutes registered(int number, LocalDate on) {
    return changing(number, one -> one.registered(on));
  }

  Minutes notified(int number, LocalDate on) {
    return changing(number, one -> one.notified(on));
  }

  private Minutes changing(int number, UnaryOperator<Edition> change) {
    List<Edition> all = new ArrayList<>(editions);
    all.replaceAll(one -> one.number() == number ? change.apply(one) : one);
    return new Minutes(all, refusals, appeals, noted);
  }

  Minutes annulmentRefused(LocalDate on) {
    List<LocalDate> all = new ArrayList<>(refusals);
    all.add(on);
    return new Minutes(editions, all, appeals, noted);
  }

  Minutes appealed(Appeal appeal) {
    List<Appeal> all = new ArrayList<>(appeals);
    all.add(appeal);
    return new Minutes(editions, refusals, all, noted);
  }

  Minutes appealDecided(int appeal) {
    List<Appeal> all = new ArrayList<>(appeals);
    Appeal one = all.get(appeal - 1);
    all.set(appeal - 1, new Appeal(one.refusal(), one.body(), one.lodgedOn(), true));
    return new Minutes(editions, refusals, all, noted);
  }

  Minutes noted(Effect effect) {
    Set<Effect> all = new HashSet<>(noted);
    all.add(effect);
    return new Minutes(editions, refusals, appeals, all);
  }
}
