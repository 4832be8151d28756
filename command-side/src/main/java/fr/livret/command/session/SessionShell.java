package fr.livret.command.session;

import fr.livret.command.dispatch.AggregateCaches;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Shell;
import fr.livret.command.dispatch.Targets;
import fr.livret.command.referentiel.LawBook;
import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.session.SessionCommand.AnnulSession;
import fr.livret.kernel.session.SessionCommand.AppealRefusal;
import fr.livret.kernel.session.SessionCommand.AppointMember;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionCommand.DecideRefusalAppeal;
import fr.livret.kernel.session.SessionCommand.EnrolCandidate;
import fr.livret.kernel.session.SessionCommand.NoteEffect;
import fr.livret.kernel.session.SessionCommand.NotifyResults;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionCommand.RecordPresence;
import fr.livret.kernel.session.SessionCommand.RecordResult;
import fr.livret.kernel.session.SessionCommand.RectifyMinutes;
import fr.livret.kernel.session.SessionCommand.RefuseAnnulment;
import fr.livret.kernel.session.SessionCommand.RegisterMinutes;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.session.SessionCommand.SignMinutes;
import fr.livret.kernel.session.SessionCommand.WithdrawCandidate;
import fr.livret.kernel.session.SessionDecider;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of a session: an id, a state, and the way to the kernel. */
@Aggregate(type = "session", commandTargetResolver = Targets.NAME, cache = AggregateCaches.SESSIONS)
class SessionShell extends Shell {
  @AggregateIdentifier private @Nullable String id;
  private SessionState state = new SessionState.NotPlanned();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Receipt handle(PlanSession command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(AppointMember command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(EnrolCandidate command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(WithdrawCandidate command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(Convoke command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordPresence command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(ReportAbsence command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RecordResult command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(SignMinutes command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RegisterMinutes command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(NotifyResults command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RectifyMinutes command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(AnnulSession command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(RefuseAnnulment command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(AppealRefusal command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(DecideRefusalAppeal command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @CommandHandler
  Receipt handle(NoteEffect command, MetaData metadata, LawBook laws) {
    return decide(command, metadata, laws);
  }

  @EventSourcingHandler
  void on(SessionEvent event, @MetaDataValue(FactMetadata.COMMAND) @Nullable String commandId) {
    id = event.session().toString();
    state = SessionState.evolve(state, event);
    counted(commandId);
  }

  private Receipt decide(SessionCommand command, MetaData metadata, LawBook laws) {
    return decide(
        command,
        metadata,
        () -> SessionLaw.of(state, command, laws),
        LawNames::of,
        law -> SessionDecider.decide(command, state, law));
  }
}
