package fr.livret.command.dispatch;

import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.programme.ProgrammeCommand;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeRegisterCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Which aggregate a command is for. The kernel's commands know nothing of Axon; asking them is also
 * much cheaper than the annotations Axon would read on every command.
 */
@Component(Targets.NAME)
public final class Targets implements CommandTargetResolver {
  /** The bean's name, for {@code @Aggregate(commandTargetResolver)}. */
  public static final String NAME = "targets";

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    return new VersionedAggregateIdentifier(idOf(command.getPayload()), null);
  }

  static String idOf(Object command) {
    return switch (command) {
      case PathCommand path -> path.path().toString();
      case CandidateCommand candidate -> candidate.candidate().toString();
      case SessionCommand session -> session.session().toString();
      case ReferentielCommand referentiel -> referentiel.referentiel().toString();
      case AlertCommand alert -> alert.alert().toString();
      case ProgrammeCommand programme -> programme.programme().aggregate();
      case TrainingCommand training -> training.training().toString();
      case VaeRegisterCommand register -> register.register().toString();
      case VaeCommand vae -> vae.application().toString();
      default -> throw new IllegalArgumentException("No aggregate takes " + command.getClass());
    };
  }
}
