package fr.livret.command.path;

import fr.livret.command.dispatch.AggregateCaches;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.ConfirmTitle;
import fr.livret.kernel.path.PathCommand.DecideAppeal;
import fr.livret.kernel.path.PathCommand.LodgeAppeal;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.RecordSurvey;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathCommand.WithdrawCcs;
import fr.livret.kernel.path.PathCommand.WithdrawTitle;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of a path: an id, a state, and the way to the kernel. */
@Aggregate(type = "path", commandTargetResolver = Targets.NAME, cache = AggregateCaches.PATHS)
class PathShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private PathState state = new PathState.NotOpened();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(OpenPath command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordCcp command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(AnnulCcp command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordJuryDecision command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(AwardCcs command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(NoteValidityChange command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(WitnessDay command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(AnnulMinutes command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(WithdrawTitle command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(ConfirmTitle command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(WithdrawCcs command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(TransferPath command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(LodgeAppeal command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(DecideAppeal command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordSurvey command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @EventSourcingHandler
  void on(PathEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.path().toString();
    state = PathState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(PathCommand command, MetaData metadata, LawBook laws) {
    return decide(
        command,
        metadata,
        () -> law(command, laws),
        LawNames::of,
        law -> PathDecider.decide(command, state, law));
  }

  private PathLaw law(PathCommand command, LawBook laws) {
    return state
        .opened()
        .map(file -> laws.governing(file.pins(), command))
        .orElseGet(() -> laws.forOpening(command));
  }
}
