package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.referentiel.ReferentielCommand.CloseTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.ProrogueTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.PublishReferentiel;
import fr.livret.kernel.referentiel.ReferentielCommand.ReviseTitle;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.kernel.referentiel.ReferentielState.NotPublished;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from a command about a référentiel: events, or one {@link Refusal}. */
public final class ReferentielDecider {
  private ReferentielDecider() {}

  /** Pure: the same command on the same state gives the same events or the same refusal. */
  public static List<ReferentielEvent> decide(ReferentielCommand command, ReferentielState state) {
    return switch (state) {
      case NotPublished _ ->
          switch (command) {
            case PublishReferentiel first -> publish(first, 1);
            case CloseTitle _, ProrogueTitle _, ReviseTitle _ ->
                throw Refusal.of(
                    Refused.UNKNOWN, Map.of("referentiel", command.referentiel().toString()));
          };
      case Published published ->
          switch (command) {
            case PublishReferentiel next ->
                next.digest().equals(published.digest())
                    ? List.of()
                    : publish(next, published.version() + 1);
            case CloseTitle close -> close(close, published);
            case ProrogueTitle prorogue -> prorogue(prorogue, published);
            case ReviseTitle revise -> revise(revise, published);
          };
    };
  }

  private static List<ReferentielEvent> publish(PublishReferentiel command, int version) {
    Days.requirePossible("today", command.today());
    DateRange validity = command.content().validity();
    if (validity.from() != null) {
      Days.requirePossible("validity.from", validity.from());
    }
    if (validity.to() != null) {
      Days.requirePossible("validity.to", validity.to());
    }
    return List.of(
        new ReferentielPublished(
            command.referentiel(),
            version,
            command.content(),
            command.document(),
            command.digest(),
            command.today()));
  }

  private static List<ReferentielEvent> close(CloseTitle command, Published state) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    Optional<Validity.End> end = state.validity().endAsDecidedBy(command.today());
    if (end.isPresent() && end.get().closed()) {
      throw Refusal.of(
          Refused.TITLE_ALREADY_CLOSED,
          Map.of("referentiel", command.referentiel().toString(), "lastDay", end.get().lastDay()));
    }
    return List.of(new TitleClosed(command.referentiel(), command.decidedOn(), command.source()));
  }

  private static List<ReferentielEvent> prorogue(ProrogueTitle command, Published state) {
    Days.requirePast("decidedOn", command.decidedOn(), command.today());
    Days.requirePossible("until", command.until());
    state
        .validity()
        .endAsDecidedBy(command.today())
        .filter(end -> !command.until().isAfter(end.lastDay()))
        .ifPresent(end -> {
          throw Refusal.of(
              Refused.DATES_OUT_OF_ORDER,
              Map.of("until", command.until(), "validThrough", end.lastDay()));
        });
    return List.of(
        new TitleProrogued(
            command.referentiel(), command.decidedOn(), command.until(), command.source()));
  }

  private static List<ReferentielEvent> revise(ReviseTitle command, Published state) {
    Revision revision = command.revision();
    Days.requirePast("decidedOn", revision.decidedOn(), command.today());
    if (revision.obtainedBefore() != null) {
      Days.requirePossible("obtainedBefore", revision.obtainedBefore());
    }
    for (Revision.Equivalence one : revision.equivalences()) {
      requireKnown(one.from(), state.content().ccpCodes(), command.referentiel());
      one.to().forEach(to -> requireKnown(to, command.successorCcps(), revision.successor()));
    }
    if (state.revisions().contains(revision)) {
      throw Refusal.of(
          Refused.ALREADY_RECORDED,
          Map.of(
              "referentiel", command.referentiel().toString(),
              "successor", revision.successor().toString()));
    }
    return List.of(new TitleRevised(command.referentiel(), revision));
  }

  private static void requireKnown(CcpCode ccp, List<CcpCode> known, ReferentielCode of) {
    if (!known.contains(ccp)) {
      throw Refusal.of(
          Refused.CCP_UNKNOWN,
          Map.of("ccp", ccp.value(), "certification", of.toString(), "known", known.toString()));
    }
  }
}
