package fr.livret.command.training;

import fr.livret.command.dispatch.AggregateCaches;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.EndTraining;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingDecider;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of a training: an id, a state, and the way to the kernel. */
@Aggregate(
    type = "training",
    commandTargetResolver = Targets.NAME,
    cache = AggregateCaches.TRAININGS)
class TrainingShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private TrainingState state = new TrainingState.NotStarted();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(StartTraining command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordEntryTest command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordExitTest command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordMockExam command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordModule command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordEfa command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(EndTraining command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @EventSourcingHandler
  void on(TrainingEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.training().toString();
    state = TrainingState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(TrainingCommand command, MetaData metadata, LawBook laws) {
    return decide(
        command,
        metadata,
        () -> laws.governing(state, command),
        _ -> LawNames.of(state, command),
        law -> TrainingDecider.decide(command, state, law));
  }
}
