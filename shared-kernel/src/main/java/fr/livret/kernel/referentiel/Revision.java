package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title revised: another succeeds it, and CCPs of the one count for CCPs of the other.
 *
 * @param successor the title that succeeds
 * @param decidedOn the day of the decision; paths may be transferred from then on
 * @param equivalences which CCP counts for which; one not listed counts for none
 * @param obtainedBefore only CCPs obtained before this day are carried over; absent where the day
 *     does not matter
 * @param source the text or authority it comes from
 * @param mark how sure we are of that text
 */
public record Revision(
    ReferentielCode successor,
    LocalDate decidedOn,
    List<Equivalence> equivalences,
    @Nullable LocalDate obtainedBefore,
    String source,
    Mark mark) {
  public Revision {
    equivalences = List.copyOf(equivalences);
  }

  /**
   * A CCP of the revised title, and those of its successor it counts for.
   *
   * @param to never empty
   */
  public record Equivalence(CcpCode from, List<CcpCode> to) {
    public Equivalence {
      to = List.copyOf(to);
    }
  }

  /** The CCPs of the successor that a CCP obtained on that day counts for; maybe none. */
  public List<CcpCode> equivalents(CcpCode from, LocalDate obtainedOn) {
    if (obtainedBefore != null && !obtainedOn.isBefore(obtainedBefore)) {
      return List.of();
    }
    return equivalences.stream()
        .filter(one -> one.from().equals(from))
        .flatMap(one -> one.to().stream())
        .distinct()
        .toList();
  }
}
