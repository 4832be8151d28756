package fr.livret.command.vae;

import fr.livret.command.dispatch.AggregateCaches;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.LetDayCome;
import fr.livret.kernel.vae.VaeCommand.NoteUse;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeDecider;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeState;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of an application: an id, a state, and the way to the kernel. */
@Aggregate(
    type = "vae-application",
    commandTargetResolver = Targets.NAME,
    cache = AggregateCaches.APPLICATIONS)
class VaeApplicationShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private VaeState state = new VaeState.NotFiled();

  /** For one that is read from its facts. */
  VaeApplicationShell() {}

  /** One that was just filed: its register decided that it may be. */
  VaeApplicationShell(List<?> facts, MetaData onFacts) {
    facts.forEach(fact -> AggregateLifecycle.apply(fact, onFacts));
  }

  @CommandHandler
  Receipt handle(RecordCompleteness command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RequestSupplement command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(DecideRecevabilite command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(NoteUse command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(LetDayCome command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @EventSourcingHandler
  void on(VaeEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.application().toString();
    state = VaeState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(VaeCommand command, MetaData metadata, LawBook laws) {
    VaeFile.Pins pins = state.filed().orElseThrow().pins();
    return decide(
        command,
        metadata,
        () -> laws.vae(pins),
        _ -> LawNames.of(pins),
        regime -> VaeDecider.decide(command, state, regime));
  }
}
