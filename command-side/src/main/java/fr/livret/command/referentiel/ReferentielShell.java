package fr.livret.command.referentiel;

import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.referentiel.ReferentielCommand.CloseTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.ProrogueTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.PublishReferentiel;
import fr.livret.kernel.referentiel.ReferentielCommand.ReviseTitle;
import fr.livret.kernel.referentiel.ReferentielDecider;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of a référentiel: a code, a state, and the way to the kernel. */
@Aggregate(type = "referentiel", commandTargetResolver = Targets.NAME)
class ReferentielShell extends Shell {
  @AggregateIdentifier private @Nullable String code;
  private ReferentielState state = new ReferentielState.NotPublished();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(PublishReferentiel command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(CloseTitle command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(ProrogueTitle command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(ReviseTitle command, MetaData metadata) {
    return decide(command, metadata);
  }

  @EventSourcingHandler
  void on(ReferentielEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    code = event.referentiel().toString();
    state = ReferentielState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(ReferentielCommand command, MetaData metadata) {
    return decide(command, metadata, () -> ReferentielDecider.decide(command, state));
  }
}
