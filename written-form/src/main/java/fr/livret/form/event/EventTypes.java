package fr.livret.form.event;

import static java.util.Map.entry;

import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.audit.AuditEvent;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeRegisterEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which logical name and in which revision each event is written: {@code path.CcpObtained},
 * {@code 1}. The name is the event's own after its area's, so that a fact stays readable when
 * classes move.
 */
public final class EventTypes {
  private static final String FIRST = "1";

  /** The revision of every event whose written form has changed; the others are in their first. */
  private static final Map<Class<?>, String> CHANGED =
      Map.ofEntries(
          // They name the minutes they stand in, or those they follow from.
          entry(PathEvent.CandidateAbsent.class, "2"),
          entry(PathEvent.CcpAnnulled.class, "2"),
          entry(PathEvent.CcpLapsed.class, "2"),
          entry(PathEvent.CcpObtained.class, "2"),
          entry(PathEvent.CcsAwarded.class, "2"),
          entry(PathEvent.LapseReversed.class, "2"),
          entry(PathEvent.TitleAwarded.class, "2"),
          entry(PathEvent.TitleCalledIntoQuestion.class, "2"),
          entry(PathEvent.TitleRefused.class, "2"),
          entry(PathEvent.WindowClosed.class, "2"),
          entry(PathEvent.WindowFulfilled.class, "2"),
          entry(PathEvent.WindowMoved.class, "2"),
          entry(PathEvent.WindowOpened.class, "2"),
          // It pins the recevabilité it was opened on.
          entry(PathEvent.PathOpened.class, "2"));

  private static final EventTypes KERNEL =
      of(
          List.of(
              PathEvent.class,
              CandidateEvent.class,
              ReferentielEvent.class,
              AlertEvent.class,
              AuditEvent.class,
              // Of trainings.
              ProgrammeEvent.class,
              TrainingEvent.class,
              // Of sessions.
              SessionEvent.class,
              // Of VAE applications.
              VaeRegisterEvent.class,
              VaeEvent.class),
          CHANGED);

  /**
   * One kind of event.
   *
   * @param name logical
   * @param revision in which it is written now
   */
  public record EventType(String name, String revision, Class<? extends Record> event) {}

  private final Map<String, EventType> byName = new LinkedHashMap<>();
  private final Map<Class<?>, EventType> byClass = new LinkedHashMap<>();

  private EventTypes() {}

  /** Every event of the kernel. */
  public static EventTypes kernel() {
    return KERNEL;
  }

  /**
   * The events, or commands, under those sealed roots. Throws {@link IllegalArgumentException} when
   * two events would have one name, or one is not a record.
   */
  public static EventTypes of(List<Class<?>> roots, Map<Class<?>, String> changed) {
    EventTypes types = new EventTypes();
    for (Class<?> root : roots) {
      String area = root.getPackageName().substring(root.getPackageName().lastIndexOf('.') + 1);
      leaves(root)
          .forEach(event ->
              types.add(
                  new EventType(
                      area + "." + event.getSimpleName(),
                      changed.getOrDefault(event, FIRST),
                      event)));
    }
    return types;
  }

  private void add(EventType type) {
    EventType other = byName.putIfAbsent(type.name(), type);
    if (other != null) {
      throw new IllegalArgumentException(
          type.event() + " and " + other.event() + " would both be written as " + type.name());
    }
    byClass.put(type.event(), type);
  }

  private static Stream<Class<? extends Record>> leaves(Class<?> type) {
    if (type.isSealed()) {
      return Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::leaves);
    }
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is neither sealed nor a record");
    }
    return Stream.of(type.asSubclass(Record.class));
  }

  /** All of them, in the order of their declaration. */
  public Collection<EventType> all() {
    return List.copyOf(byName.values());
  }

  /** The event written under that logical name. */
  public Optional<EventType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** How events of that class are written. */
  public Optional<EventType> of(Class<?> event) {
    return Optional.ofNullable(byClass.get(event));
  }
}
