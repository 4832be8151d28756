package fr.livret.command.candidate;

import fr.livret.command.dispatch.AggregateCaches;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.candidate.CandidateCommand.EraseCandidate;
import fr.livret.kernel.candidate.CandidateCommand.RecordCertificate;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of a candidate: an id, a state, and the way to the kernel. */
@Aggregate(
    type = "candidate",
    commandTargetResolver = Targets.NAME,
    cache = AggregateCaches.CANDIDATES)
class CandidateShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private CandidateState state = new CandidateState.NotRegistered();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(RegisterCandidate command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(RecordCertificate command, MetaData metadata) {
    return decide(command, metadata);
  }

  @CommandHandler
  Receipt handle(EraseCandidate command, MetaData metadata) {
    return decide(command, metadata);
  }

  @EventSourcingHandler
  void on(CandidateEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.candidate().toString();
    state = CandidateState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(CandidateCommand command, MetaData metadata) {
    return decide(command, metadata, () -> CandidateDecider.decide(command, state));
  }
}
