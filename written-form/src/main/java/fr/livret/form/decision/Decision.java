package fr.livret.form.decision;

import fr.livret.form.event.EventTypes.EventType;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.decision.LawNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/**
 * A decision as the journal keeps it: in the metadata of the first fact that follows from it, or of
 * the record that it was refused or had no effect. Entry and fact are of one row, so that neither
 * can be without the other. Who asked, when and by which request stands in the same metadata and is
 * not said again.
 *
 * @param command as it was received
 * @param seen how many facts of its aggregate it met
 * @param facts how many facts of its aggregate follow from it, one after the other; 0 where it was
 *     refused or had no effect
 * @param begun how many facts are the first ones of other aggregates that begin by it, under their
 *     ids: a filing counts in the register and begins an application
 * @param beside how many facts there were of other aggregates, under their ids, on which alone it
 *     was refused before its own aggregate was asked
 * @param laws what it was decided under
 */
public record Decision(
    Object command,
    long seen,
    int facts,
    Map<String, Integer> begun,
    Map<String, Long> beside,
    LawNames laws) {
  static final int FORM = 1;
  private static final ObjectWriter WRITER = CommandJson.MAPPER.writerFor(Written.class);

  public Decision {
    begun = Map.copyOf(begun);
    beside = Map.copyOf(beside);
  }

  /** One on its own aggregate alone, from which nothing follows. */
  public static Decision withoutFacts(Object command, long seen, LawNames laws) {
    return new Decision(command, seen, 0, Map.of(), Map.of(), laws);
  }

  /** As {@link Entry} reads it. */
  private record Written(
      int form,
      String command,
      String revision,
      long seen,
      int facts,
      @Nullable Map<String, Integer> begun,
      @Nullable Map<String, Long> beside,
      @Nullable LawNames laws,
      Object content) {}

  /** The logical name of its command: {@code path.RecordCcp}. */
  public String name() {
    return CommandJson.typeOf(command).name();
  }

  /** As JSON, always the same for the same decision. */
  public String written() {
    EventType type = CommandJson.typeOf(command);
    return WRITER.writeValueAsString(
        new Written(
            FORM,
            type.name(),
            type.revision(),
            seen,
            facts,
            begun.isEmpty() ? null : begun,
            beside.isEmpty() ? null : beside,
            laws.equals(LawNames.NONE) ? null : laws,
            command));
  }

  /**
   * Reads an entry, its command with the states it was sent with.
   *
   * @throws UnreadableEvent when something is missing or of another form, or facts it met are gone
   */
  public static Decision read(String written, Resolver resolver) {
    return of(Entry.read(written), resolver);
  }

  /**
   * The decision of an entry, its command with the states it was sent with.
   *
   * @throws UnreadableEvent as {@link #read}
   */
  public static Decision of(Entry entry, Resolver resolver) {
    return new Decision(
        CommandJson.read(entry.command(), entry.revision(), entry.content().asParser(), resolver),
        entry.seen(),
        entry.facts(),
        entry.begins(),
        entry.refusedOn(),
        entry.law());
  }
}
