package fr.livret.query.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.path.PathEvent.Carried;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.Transfer;
import fr.livret.kernel.path.Window;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.path.ListedPath.ListedWindow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a revision would do to one path, were it transferred on that day.
 *
 * @param effects never empty
 * @param carried the CCPs that would count for the successor
 * @param lost the CCPs held that would count no longer
 * @param before its window that day without the transfer, with the CCPs then missing
 * @param after the same with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RevisionEffect")
record RevisionEffect(
    UUID pathId,
    UUID candidateId,
    CandidateName candidate,
    Set<Effect> effects,
    List<CarriedShown> carried,
    List<String> lost,
    Side before,
    Side after) {
  /** Within that time a window is about to end. */
  static final Period SOON = Period.ofMonths(12);

  /** How a path fares. */
  enum Effect {
    /** Fewer CCPs are missing, or the window ends later. */
    GAINS,
    /** A CCP held counts no longer, or the window ends earlier. */
    LOSES,
    /**
     * CCPs are missing, and the window ends within twelve months of the day or earlier than now.
     */
    MUST_HURRY,
    UNCHANGED
  }

  /** A CCP carried over. */
  @Schema(name = "CarriedCcp")
  record CarriedShown(String from, String to, LocalDate obtainedOn) {
    static CarriedShown of(Carried carried) {
      return new CarriedShown(carried.from().value(), carried.to().value(), carried.obtainedOn());
    }
  }

  /** A window, and what is missing in it. */
  @Schema(name = "RevisionSide")
  record Side(ListedWindow window, List<String> missing) {
    static Side of(Window window, List<CcpCode> ccps) {
      Optional<WindowSpan> span = window.running();
      return new Side(
          new ListedWindow(
              window.state(),
              span.map(WindowSpan::anchor).orElse(null),
              span.map(WindowSpan::lastDay).orElse(null),
              span.map(WindowSpan::governedBy).orElse(null),
              window.fulfilledOn()),
          window.missing(ccps).stream().map(CcpCode::value).toList());
    }
  }

  static RevisionEffect of(
      PathFile file, PathLaw law, Revision revision, PathLaw successor, LocalDate day) {
    Transfer.Preview preview = Transfer.preview(file, law, revision, successor, day);
    Side before = Side.of(preview.before(), law.referentiel().ccpCodes());
    Side after = Side.of(preview.after(), successor.referentiel().ccpCodes());
    List<String> lost = preview.lost().stream().map(CcpCode::value).toList();
    return new RevisionEffect(
        file.pins().path().value(),
        file.pins().candidate().value(),
        new CandidateName(file.pins().candidate().value(), null, false),
        effects(before, after, lost, day),
        preview.carried().stream().map(CarriedShown::of).toList(),
        lost,
        before,
        after);
  }

  RevisionEffect of(CandidateName known) {
    return new RevisionEffect(pathId, candidateId, known, effects, carried, lost, before, after);
  }

  private static Set<Effect> effects(Side before, Side after, List<String> lost, LocalDate day) {
    EnumSet<Effect> effects = EnumSet.noneOf(Effect.class);
    Optional<LocalDate> until = lastDay(before);
    Optional<LocalDate> then = lastDay(after);
    boolean earlier = until.isPresent() && then.isPresent() && then.get().isBefore(until.get());
    boolean later = until.isPresent() && then.isPresent() && then.get().isAfter(until.get());
    if (later || after.missing().size() < before.missing().size()) {
      effects.add(Effect.GAINS);
    }
    if (earlier || !lost.isEmpty()) {
      effects.add(Effect.LOSES);
    }
    if (!after.missing().isEmpty()
        && then.isPresent()
        && (earlier || !then.get().isAfter(day.plus(SOON)))) {
      effects.add(Effect.MUST_HURRY);
    }
    if (effects.isEmpty()) {
      effects.add(Effect.UNCHANGED);
    }
    return effects;
  }

  private static Optional<LocalDate> lastDay(Side side) {
    return Optional.ofNullable(side.window().lastDay());
  }
}
