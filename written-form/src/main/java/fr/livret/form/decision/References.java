package fr.livret.form.decision;

import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.session.Standing;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeState;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How a command is written that came with the state of another aggregate: which one, and how many
 * of its facts there were. The facts are in the log already, and a state has no form that lasts.
 */
final class References extends SimpleModule {
  private static final long serialVersionUID = 1L;

  References() {
    super("references");
    addSerializer(VaeFile.class, new WriteApplication());
    addDeserializer(VaeFile.class, new ReadApplication());
    addSerializer(Standing.class, new WriteStanding());
    addDeserializer(Standing.class, new ReadStanding());
    addKeyDeserializer(PathId.class, new PathKeys());
  }

  /** An application as of so many facts. */
  private record ApplicationThen(VaeApplicationId application, long facts) {}

  /** A path as of so many facts; its grounds are what the command said they were. */
  private record StandingThen(PathId path, long facts, Grounds grounds) {}

  private static final class WriteApplication extends ValueSerializer<VaeFile> {
    @Override
    public void serialize(VaeFile file, JsonGenerator json, SerializationContext context) {
      context.writeValue(json, new ApplicationThen(file.pins().application(), file.recorded()));
    }
  }

  private static final class ReadApplication extends ValueDeserializer<VaeFile> {
    @Override
    public VaeFile deserialize(JsonParser json, DeserializationContext context) {
      ApplicationThen then = context.readValue(json, ApplicationThen.class);
      String id = then.application().toString();
      return Decisions.fold(
              facts(id, then.facts(), context),
              new VaeState.NotFiled(),
              VaeEvent.class,
              VaeState::evolve)
          .filed()
          .orElseThrow(() -> new UnreadableEvent("no application is recorded under " + id));
    }
  }

  private static final class WriteStanding extends ValueSerializer<Standing> {
    @Override
    public void serialize(Standing standing, JsonGenerator json, SerializationContext context) {
      PathFile file = standing.state().opened().orElseThrow();
      context.writeValue(
          json, new StandingThen(file.pins().path(), standing.facts(), standing.grounds()));
    }
  }

  private static final class ReadStanding extends ValueDeserializer<Standing> {
    @Override
    public Standing deserialize(JsonParser json, DeserializationContext context) {
      StandingThen then = context.readValue(json, StandingThen.class);
      String id = then.path().toString();
      PathState state =
          Decisions.fold(
              facts(id, then.facts(), context),
              new PathState.NotOpened(),
              PathEvent.class,
              PathState::evolve);
      PathFile file =
          state.opened().orElseThrow(() -> new UnreadableEvent("no path is recorded under " + id));
      return new Standing(
          state, then.facts(), resolver(context).laws().pinned(file.pins()), then.grounds());
    }
  }

  private static final class PathKeys extends KeyDeserializer {
    @Override
    public PathId deserializeKey(String key, DeserializationContext context) {
      return PathId.of(key);
    }
  }

  private static List<?> facts(String id, long number, DeserializationContext context) {
    List<?> facts = resolver(context).facts(id, number);
    if (facts.size() != number) {
      throw new UnreadableEvent(
          "%d facts of %s were seen, and %d are recorded".formatted(number, id, facts.size()));
    }
    return facts;
  }

  private static Resolver resolver(DeserializationContext context) {
    return (Resolver) context.getAttribute(Resolver.class);
  }
}
