package fr.livret.command.dispatch;

import fr.livret.kernel.decision.Target;
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
    return new VersionedAggregateIdentifier(Target.of(command.getPayload()), null);
  }
}
