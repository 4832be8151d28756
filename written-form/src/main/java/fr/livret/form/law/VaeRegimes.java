package fr.livret.form.law;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.VaeRegime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every VAE regime the program knows, in all its editions. */
public final class VaeRegimes {
  private final Map<RegimeId, VaeRegime> regimes;

  VaeRegimes(Map<RegimeId, VaeRegime> regimes) {
    this.regimes = Map.copyOf(regimes);
  }

  /**
   * That edition.
   *
   * @throws NoSuchElementException when no file states it
   */
  public VaeRegime regime(RegimeId id) {
    VaeRegime regime = regimes.get(id);
    if (regime == null) {
      throw new NoSuchElementException("no VAE regime " + id.text() + "; there are " + names());
    }
    return regime;
  }

  /**
   * What governs an application filed on that day: of the newest editions, the one in force then.
   * Empty where no file states any for that day.
   */
  public Optional<VaeRegime> filedOn(LocalDate day) {
    return newest().stream().filter(regime -> regime.inForce().contains(day)).findFirst();
  }

  /** Every edition of every one. */
  public Collection<VaeRegime> all() {
    return regimes.values();
  }

  private Collection<VaeRegime> newest() {
    return regimes.values().stream()
        .collect(
            Collectors.toMap(
                regime -> regime.id().code(),
                regime -> regime,
                (one, other) -> one.id().edition() > other.id().edition() ? one : other))
        .values();
  }

  private String names() {
    return regimes.keySet().stream().map(RegimeId::text).sorted().collect(Collectors.joining(", "));
  }

  /** No day of filing may have two regimes: which of them would govern it? */
  static void noteOverlaps(Collection<LawText> texts) {
    Map<String, LawText> newest = new HashMap<>();
    for (LawText law : texts) {
      if (law.scope() == RuleName.Scope.VAE && law.problems().none()) {
        newest.merge(
            law.id().code(),
            law,
            (one, other) -> one.id().edition() > other.id().edition() ? one : other);
      }
    }
    List<LawText> seen = new ArrayList<>();
    for (LawText law : texts) {
      if (newest.get(law.id().code()) == law) {
        seen.stream()
            .filter(other -> overlap(other.inForce(), law.inForce()))
            .findFirst()
            .ifPresent(other ->
                law.edition()
                    .problem(
                        "governs days of filing that "
                            + other.id().text()
                            + " governs too, by "
                            + other.problems().file()));
        seen.add(law);
      }
    }
  }

  private static boolean overlap(DateRange one, DateRange other) {
    return startsByTheEndOf(one, other) && startsByTheEndOf(other, one);
  }

  private static boolean startsByTheEndOf(DateRange one, DateRange other) {
    return one.from() == null || other.to() == null || !one.from().isAfter(other.to());
  }
}
