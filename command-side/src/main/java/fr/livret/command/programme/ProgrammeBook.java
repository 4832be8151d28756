package fr.livret.command.programme;

import fr.livret.command.dispatch.RecordedFacts;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.programme.ProgrammeState;
import fr.livret.kernel.programme.ProgrammeState.ProgrammeInForce;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The programmes as they are now, from their facts. */
@Component
public class ProgrammeBook {
  private final RecordedFacts facts;

  ProgrammeBook(RecordedFacts facts) {
    this.facts = facts;
  }

  /** A programme as it stands now; empty where none is published. */
  public Optional<ProgrammeInForce> current(ProgrammeCode code) {
    ProgrammeState state =
        Decisions.fold(
            facts.of(Target.ofProgramme(code)),
            new ProgrammeState.NoProgramme(),
            ProgrammeEvent.class,
            ProgrammeState::evolve);
    return state instanceof ProgrammeInForce known ? Optional.of(known) : Optional.empty();
  }
}
