package fr.livret.command.alert;

import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.alert.AlertCommand.AcknowledgeAlert;
import fr.livret.kernel.alert.AlertCommand.CancelAlert;
import fr.livret.kernel.alert.AlertCommand.NoteAbandonment;
import fr.livret.kernel.alert.AlertCommand.NoteDelivery;
import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertCommand.ResumeDelivery;
import fr.livret.kernel.alert.AlertDecider;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of an alert: an id, a state, and the way to the kernel. */
@Aggregate(type = "alert", commandTargetResolver = Targets.NAME)
class AlertShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private AlertState state = new AlertState.NotRaised();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(RaiseAlert command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(AcknowledgeAlert command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(CancelAlert command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(NoteDelivery command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(NoteAbandonment command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(ResumeDelivery command, MetaData metadata) {
    return decide(command, metadata);
  }

  @EventSourcingHandler
  void on(AlertEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.alert().toString();
    state = AlertState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(AlertCommand command, MetaData metadata) {
    return decide(command, metadata, () -> AlertDecider.decide(command, state));
  }
}
