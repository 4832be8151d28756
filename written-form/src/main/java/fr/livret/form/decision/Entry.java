package fr.livret.form.decision;

import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.decision.LawNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.util.TokenBuffer;

/**
 * An entry of the journal as it is written, its command not read yet: that takes the facts it was
 * sent with.
 *
 * @param form of the entry itself
 * @param command logical name, as in {@code path.RecordCcp}
 * @param revision of the command's own form
 * @param seen see {@link Decision}
 * @param facts see {@link Decision}
 * @param begun see {@link Decision}; absent where it is empty
 * @param beside see {@link Decision}; absent where it is empty
 * @param laws see {@link Decision}; absent where there are none
 * @param content of the command
 */
public record Entry(
    int form,
    String command,
    String revision,
    long seen,
    int facts,
    @Nullable Map<String, Integer> begun,
    @Nullable Map<String, Long> beside,
    @Nullable LawNames laws,
    TokenBuffer content) {
  private static final ObjectReader READER = CommandJson.MAPPER.readerFor(Entry.class);

  /** Throws {@link UnreadableEvent} saying what is missing or of another form. */
  public static Entry read(String written) {
    @Nullable Entry entry;
    try {
      entry = READER.readValue(written);
    } catch (JacksonException e) {
      throw new UnreadableEvent("a decision cannot be read: " + e.getOriginalMessage(), e);
    }
    if (entry == null) {
      throw new UnreadableEvent("a decision cannot be read: there is none");
    }
    if (entry.form != Decision.FORM) {
      throw new UnreadableEvent(
          "a decision is read in form " + Decision.FORM + " only, not " + entry.form);
    }
    return entry;
  }

  /** The law it was decided under. */
  public LawNames law() {
    return laws == null ? LawNames.NONE : laws;
  }

  /** The command as JSON, in the words and as sealed as it is stored. */
  public String json() {
    return CommandJson.MAPPER.writeValueAsString(content);
  }
}
