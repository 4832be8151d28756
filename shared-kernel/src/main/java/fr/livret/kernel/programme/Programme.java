package fr.livret.kernel.programme;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A training programme in one version. The whole document, with what only people read, travels
 * beside it.
 *
 * @param title in French, as the document words it
 * @param certification the référentiel it prepares for
 * @param source the document it comes from
 * @param months how long the training may last, each a possible length in months
 * @param hours how many hours are planned in all
 * @param blocs in the order of the document; never empty
 * @param positioning what counts as weak at entry; absent where the programme sets no threshold
 */
public record Programme(
    ProgrammeCode code,
    String title,
    ReferentielCode certification,
    String source,
    List<Integer> months,
    PlannedHours hours,
    List<Bloc> blocs,
    @Nullable Threshold positioning) {

  /**
   * Throws {@link IllegalArgumentException} without a bloc, when a code stands twice, or when the
   * hours of the modules do not make the hours of the whole.
   */
  public Programme {
    months = List.copyOf(months);
    blocs = List.copyOf(blocs);
    if (blocs.isEmpty()) {
      throw new IllegalArgumentException("a programme has at least one bloc");
    }
    Set<String> seen = new HashSet<>();
    for (Bloc bloc : blocs) {
      for (String one : bloc.codes()) {
        if (!seen.add(one)) {
          throw new IllegalArgumentException(one + " stands twice");
        }
      }
    }
    sumFlaw(hours, blocs)
        .ifPresent(flaw -> {
          throw new IllegalArgumentException(flaw);
        });
  }

  /**
   * Hours planned in all: one number, or what lies between two.
   *
   * @param atLeast equal to the other where the document gives one number
   */
  public record PlannedHours(BigDecimal atLeast, BigDecimal atMost) {

    /** Throws {@link IllegalArgumentException} when the range is none. */
    public PlannedHours {
      atLeast = Amount.plain(atLeast);
      atMost = Amount.plain(atMost);
      if (atLeast.signum() <= 0 || atMost.compareTo(atLeast) < 0) {
        throw new IllegalArgumentException("from " + atLeast + " to " + atMost + " hours");
      }
    }

    /** Whether the document gives one number. */
    public boolean fixed() {
      return atLeast.equals(atMost);
    }
  }

  /**
   * A part of the programme.
   *
   * @param code unique in the programme, among blocs and modules
   * @param ccps which CCPs of the référentiel it serves; none where it is transversal
   * @param modules in the order of the document; none where the document lists none
   */
  public record Bloc(String code, String title, List<CcpCode> ccps, List<Module> modules) {
    public Bloc {
      ccps = List.copyOf(ccps);
      modules = List.copyOf(modules);
    }

    /** Whether it serves every CCP and none in particular. */
    public boolean transversal() {
      return ccps.isEmpty();
    }

    /** The hours its modules plan; empty where it lists none. */
    public Optional<BigDecimal> planned() {
      return modules.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Amount.plain(
                  modules.stream().map(Module::hours).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** Under which codes hours are recorded: its modules', or its own where it lists none. */
    public List<String> recordable() {
      return modules.isEmpty() ? List.of(code) : modules.stream().map(Module::code).toList();
    }

    private List<String> codes() {
      List<String> codes = new ArrayList<>(modules.stream().map(Module::code).toList());
      codes.add(code);
      return codes;
    }
  }

  /** A module with the hours planned for it. */
  public record Module(String code, String title, BigDecimal hours) {

    /** Throws {@link IllegalArgumentException} when no hour is planned. */
    public Module {
      hours = Amount.plain(hours);
      if (hours.signum() <= 0) {
        throw new IllegalArgumentException("module " + code + " plans " + hours + " hours");
      }
    }
  }

  /**
   * From which level on a CCP is no priority.
   *
   * @param priorityBelow a share of the points from 0 to 1; a CCP with a lower one is a priority,
   *     one with exactly that share is not
   * @param source where the number comes from
   * @param mark how surely it is known
   */
  public record Threshold(BigDecimal priorityBelow, String source, Mark mark) {

    /** Throws {@link IllegalArgumentException} when it is no share. */
    public Threshold {
      priorityBelow = Amount.plain(priorityBelow);
      if (priorityBelow.signum() < 0 || priorityBelow.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("a share is from 0 to 1, not " + priorityBelow);
      }
    }
  }

  /** Under which codes hours may be recorded, in the order of the document. */
  public List<String> recordable() {
    return blocs.stream().flatMap(bloc -> bloc.recordable().stream()).toList();
  }

  /** What serves that CCP, in the order of the document. */
  public List<Bloc> serving(CcpCode ccp) {
    return blocs.stream().filter(bloc -> bloc.ccps().contains(ccp)).toList();
  }

  /** Every CCP some bloc serves. */
  public Set<CcpCode> ccps() {
    Set<CcpCode> ccps = new HashSet<>();
    blocs.forEach(bloc -> ccps.addAll(bloc.ccps()));
    return ccps;
  }

  /**
   * What is wrong with the sum of the modules: where every bloc lists modules they make the planned
   * hours, and where some do they make no more.
   */
  public static Optional<String> sumFlaw(PlannedHours planned, List<Bloc> blocs) {
    BigDecimal sum =
        Amount.plain(
            blocs.stream()
                .map(bloc -> bloc.planned().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    boolean complete = blocs.stream().noneMatch(bloc -> bloc.modules().isEmpty());
    boolean tooFew = complete && sum.compareTo(planned.atLeast()) < 0;
    if (!tooFew && sum.compareTo(planned.atMost()) <= 0) {
      return Optional.empty();
    }
    String expected =
        planned.fixed()
            ? planned.atLeast().toString()
            : "from " + planned.atLeast() + " to " + planned.atMost();
    return Optional.of("the modules make %s hours, where %s are planned".formatted(sum, expected));
  }
}
