package fr.livret.command.vae;

import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.decision.Decisions.Decided;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterDecider;
import fr.livret.kernel.vae.VaeRegisterEvent;
import fr.livret.kernel.vae.VaeRegisterState;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The shell of the register of one candidate's applications. All filings of a candidate pass here
 * one after the other, and each stores its place in the quota and the application itself in one
 * transaction: however many come at once, no more are filed than may be.
 */
@Aggregate(type = "vae-register", commandTargetResolver = Targets.NAME)
class VaeRegisterShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private VaeRegisterState state = new VaeRegisterState.NothingFiled();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(FileVaeApplication command, MetaData metadata, LawBook laws) {
    return carryOut(
        command,
        metadata,
        () -> laws.forFiling(command),
        LawNames::of,
        law -> Decided.of(VaeRegisterDecider.decide(command, state, law)));
  }

  @EventSourcingHandler
  void on(VaeRegisterEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.register().toString();
    state = VaeRegisterState.evolve(state, event);
    counted(commandId);
  }

  @Override
  protected void begin(List<?> facts, MetaData onFacts) {
    try {
      AggregateLifecycle.createNew(
          VaeApplicationShell.class, () -> new VaeApplicationShell(facts, onFacts));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("An application could not be created", e);
    }
  }
}
