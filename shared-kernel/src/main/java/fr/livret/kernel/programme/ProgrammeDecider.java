package fr.livret.kernel.programme;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.ProgrammeCommand.PublishProgramme;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeState.NoProgramme;
import fr.livret.kernel.programme.ProgrammeState.ProgrammeInForce;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import java.util.List;
import java.util.Map;

/** What follows from a command about a programme: events, or one {@link Refusal}. */
public final class ProgrammeDecider {
  private ProgrammeDecider() {}

  /** Pure: the same command on the same state gives the same events or the same refusal. */
  public static List<ProgrammeEvent> decide(ProgrammeCommand command, ProgrammeState state) {
    return switch (command) {
      case PublishProgramme publish ->
          switch (state) {
            case NoProgramme _ -> publish(publish, 1);
            case ProgrammeInForce known ->
                publish.digest().equals(known.digest())
                    ? List.of()
                    : publish(publish, known.version() + 1);
          };
    };
  }

  private static List<ProgrammeEvent> publish(PublishProgramme command, int version) {
    Days.requirePossible("today", command.today());
    Referentiel referentiel = command.referentiel();
    command.content().ccps().stream()
        .filter(ccp -> referentiel.ccp(ccp).isEmpty())
        .min(CcpCode::compareTo)
        .ifPresent(ccp -> {
          throw Refusal.of(
              Refused.CCP_UNKNOWN,
              Map.of(
                  "ccp", ccp.value(),
                  "certification", referentiel.code().toString(),
                  "known", referentiel.ccpCodes().toString()));
        });
    return List.of(
        new ProgrammePublished(
            command.programme(),
            version,
            command.content(),
            command.document(),
            command.digest(),
            command.today()));
  }
}
