package fr.livret.command.programme;

import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.programme.ProgrammeCommand.PublishProgramme;
import fr.livret.kernel.programme.ProgrammeDecider;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.programme.ProgrammeState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of a programme: an id, a state, and the way to the kernel. */
@Aggregate(type = "programme", commandTargetResolver = Targets.NAME)
class ProgrammeShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private ProgrammeState state = new ProgrammeState.NoProgramme();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(PublishProgramme command, MetaData metadata) {
    return decide(command, metadata, () -> ProgrammeDecider.decide(command, state));
  }

  @EventSourcingHandler
  void on(ProgrammeEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = Target.ofProgramme(event.programme());
    state = ProgrammeState.evolve(state, event);
    counted(commandId);
  }
}
