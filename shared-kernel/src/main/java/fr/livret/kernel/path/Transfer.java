package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathEvent.Carried;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.Window.Holding;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path brought to the successor of its title: what is held on that day and has an equivalent is
 * carried over with its own day. What had lapsed by then stays lapsed.
 */
public final class Transfer {
  private Transfer() {}

  /**
   * What a transfer would do to a path.
   *
   * @param carried what would count for the successor
   * @param lost what is held and would count no longer
   * @param before the window without the transfer
   * @param after the window with it
   */
  public record Preview(List<Carried> carried, List<CcpCode> lost, Window before, Window after) {
    public Preview {
      carried = List.copyOf(carried);
      lost = List.copyOf(lost);
    }
  }

  /** What a transfer on that day would do, by what is known; the path itself stays as it is. */
  public static Preview preview(
      PathFile file, PathLaw law, Revision revision, PathLaw successor, LocalDate day) {
    Window before = CapitalisationWindow.asOf(day, file.facts(), law);
    List<Carried> carried = carried(before, file, revision);
    PathFacts facts =
        file.facts()
            .obtainings(
                carried.stream()
                    .map(one -> new Obtaining(one.to(), one.obtainedOn(), null, one.minutes()))
                    .toList())
            .validityChanges(List.of());
    return new Preview(
        carried,
        before.held().stream()
            .map(Holding::ccp)
            .filter(ccp -> carried.stream().noneMatch(one -> one.from().equals(ccp)))
            .toList(),
        before,
        CapitalisationWindow.asOf(day, facts, successor));
  }

  static List<PathEvent> decide(TransferPath command, PathFile file, PathLaw law) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    @Nullable Revision revision = command.revision();
    if (revision == null) {
      throw Refusal.of(
          Refused.NO_SUCH_REVISION,
          Map.of("from", file.pins().certification().toString(), "to", command.to().toString()));
    }
    if (command.decidedOn().isBefore(revision.decidedOn())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("revisionDecidedOn", revision.decidedOn(), "decidedOn", command.decidedOn()));
    }
    requireAfterWhatIsRecorded(command, file);
    PathLaw next =
        law.successor()
            .orElseThrow(() -> new IllegalStateException("a transfer brings the law it leads to"));
    if (!next.referentiel().routes().contains(file.pins().route())) {
      throw next.regime()
          .refuse(
              Refused.ROUTE_NOT_OPEN,
              Map.of(
                  "certification", revision.successor().toString(),
                  "route", file.pins().route().name()));
    }
    Window window =
        CapitalisationWindow.seenOn(command.today(), command.decidedOn(), file.facts(), law);
    PathTransferred transferred =
        new PathTransferred(
            command.path(),
            file.pins().certification(),
            revision.successor(),
            next.version(),
            next.regime().id(),
            command.decidedOn(),
            carried(window, file, revision),
            revision.source(),
            revision.mark(),
            law.regime().basis(RuleName.TRANSFER).rule());
    List<PathEvent> events = new ArrayList<>();
    events.add(transferred);
    PathFile after = file.evolve(transferred);
    for (var change : command.changes()) {
      PathEvent noted = ValidityNote.noted(command.path(), change, command.today());
      events.add(noted);
      after = after.evolve(noted);
    }
    WithinValidity.require("decidedOn", command.decidedOn(), command.today(), after, next);
    Cause cause = Cause.of(Cause.Kind.PATH_TRANSFERRED, command.decidedOn(), null);
    return Consequences.following(events, file, law, command.today(), cause, next);
  }

  /** What was obtained or decided since could not have been carried over. */
  private static void requireAfterWhatIsRecorded(TransferPath command, PathFile file) {
    file.decisionDays().stream()
        .filter(day -> day.isAfter(command.decidedOn()))
        .max(Comparator.naturalOrder())
        .ifPresent(day -> {
          throw Refusal.of(
              Refused.DATES_OUT_OF_ORDER,
              Map.of("decidedOn", command.decidedOn(), "lastDecisionOn", day));
        });
  }

  private static List<Carried> carried(Window window, PathFile file, Revision revision) {
    List<Carried> carried = new ArrayList<>();
    for (Holding held : window.held()) {
      if (!held.byTitle()) {
        for (CcpCode to : revision.equivalents(held.ccp(), held.obtainedOn())) {
          carried.add(new Carried(held.ccp(), to, held.obtainedOn(), minutes(held, file.facts())));
        }
      }
    }
    return carried;
  }

  private static @Nullable MinutesRef minutes(Holding held, PathFacts facts) {
    return facts.standingOn(held.obtainedOn()).stream()
        .filter(one -> one.ccp().equals(held.ccp()) && one.obtainedOn().equals(held.obtainedOn()))
        .findFirst()
        .map(Obtaining::minutes)
        .orElse(null);
  }
}
