package fr.livret.form.decision;

import fr.livret.form.event.EventTypes;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.form.event.KernelJson;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.programme.ProgrammeCommand;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeRegisterCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands as JSON, in the way of facts: under logical names and revisions, the same bytes for the
 * same command, personal data sealed as the command has them.
 */
final class CommandJson {
  static final EventTypes TYPES =
      EventTypes.of(
          List.of(
              PathCommand.class,
              CandidateCommand.class,
              SessionCommand.class,
              TrainingCommand.class,
              VaeRegisterCommand.class,
              VaeCommand.class,
              AlertCommand.class,
              ReferentielCommand.class,
              ProgrammeCommand.class),
          Map.of());

  /** What stands behind a command in the journal is found when the command is read. */
  static final JsonMapper MAPPER =
      KernelJson.mapper()
          .rebuild()
          .addModule(new References())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Map<String, ObjectReader> READERS = readers();

  private CommandJson() {}

  private static Map<String, ObjectReader> readers() {
    Map<String, ObjectReader> readers = new HashMap<>();
    TYPES.all().forEach(type -> readers.put(type.name(), MAPPER.readerFor(type.event())));
    return Map.copyOf(readers);
  }

  static EventType typeOf(Object command) {
    return TYPES
        .of(command.getClass())
        .orElseThrow(() ->
            new IllegalArgumentException(
                command.getClass().getName() + " is not a command of the kernel"));
  }

  static Object read(String name, String revision, String content, Resolver resolver) {
    ObjectReader reader = READERS.get(name);
    if (reader == null) {
      throw new UnreadableEvent("no command is called " + name);
    }
    if (TYPES.named(name).stream().noneMatch(type -> type.revision().equals(revision))) {
      throw new UnreadableEvent("%s is not read in revision %s".formatted(name, revision));
    }
    try {
      return reader.withAttribute(Resolver.class, resolver).readValue(content);
    } catch (JacksonException e) {
      throw new UnreadableEvent(
          "%s revision %s: %s".formatted(name, revision, e.getOriginalMessage()), e);
    }
  }
}
