package fr.livret.form.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.livret.form.event.UnreadableEvent;
import fr.livret.kernel.decision.LawNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;

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
 * @param content of the command, as JSON, in the words and as sealed as it is stored
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
    String content) {
  private static final ObjectReader COUNTS = CommandJson.MAPPER.readerForMapOf(Integer.class);
  private static final ObjectReader LONG_COUNTS = CommandJson.MAPPER.readerForMapOf(Long.class);
  private static final ObjectReader LAWS = CommandJson.MAPPER.readerFor(LawNames.class);

  /** There are few of them, and each stands beside very many decisions. */
  private static final Cache<String, LawNames> KNOWN_LAWS =
      Caffeine.newBuilder().maximumSize(1_000).build();

  /** Throws {@link UnreadableEvent} saying what is missing or of another form. */
  public static Entry read(String written) {
    try (JsonParser json = CommandJson.MAPPER.createParser(written)) {
      return read(json, written);
    } catch (JacksonException e) {
      throw new UnreadableEvent("a decision cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static Entry read(JsonParser json, String written) {
    int form = 0;
    @Nullable String command = null;
    @Nullable String revision = null;
    long seen = -1;
    int facts = -1;
    @Nullable Map<String, Integer> begun = null;
    @Nullable Map<String, Long> beside = null;
    @Nullable LawNames laws = null;
    @Nullable String content = null;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadableEvent("a decision cannot be read: it is no object");
    }
    while (content == null && json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "form" -> form = json.getIntValue();
        case "command" -> command = json.getString();
        case "revision" -> revision = json.getString();
        case "seen" -> seen = json.getLongValue();
        case "facts" -> facts = json.getIntValue();
        case "begun" -> begun = COUNTS.readValue(raw(json, written));
        case "beside" -> beside = LONG_COUNTS.readValue(raw(json, written));
        case "laws" -> laws = KNOWN_LAWS.get(raw(json, written), LAWS::readValue);
        case "content" -> content = rest(json, written);
        default -> throw new UnreadableEvent("a decision cannot be read: what is " + name + "?");
      }
    }
    if (form != Decision.FORM) {
      throw new UnreadableEvent(
          "a decision is read in form " + Decision.FORM + " only, not " + form);
    }
    if (command == null || revision == null || content == null || seen < 0 || facts < 0) {
      throw new UnreadableEvent(
          "a decision cannot be read: it lacks command, revision, content, seen or facts");
    }
    return new Entry(form, command, revision, seen, facts, begun, beside, laws, content);
  }

  /** The value the parser is at, as it is written. */
  private static String raw(JsonParser json, String written) {
    int begin = (int) json.currentTokenLocation().getCharOffset();
    json.skipChildren();
    return written.substring(begin, (int) json.currentLocation().getCharOffset());
  }

  /**
   * The content stands last, and is not looked through here: whoever reads the command does that,
   * and finds whatever should stand behind it.
   */
  private static String rest(JsonParser json, String written) {
    if (!written.endsWith("}")) {
      throw new UnreadableEvent("a decision cannot be read: it is cut short");
    }
    int begin = (int) json.currentTokenLocation().getCharOffset();
    return written.substring(begin, written.length() - 1);
  }

  /**
   * The command as it is written, for whoever keeps it as it is.
   *
   * @throws UnreadableEvent when that is no JSON, or something stands behind it
   */
  public String checkedContent() {
    try (JsonParser json = CommandJson.MAPPER.createParser(content)) {
      json.nextToken();
      json.skipChildren();
      if (json.nextToken() != null) {
        throw new UnreadableEvent("a decision cannot be read: something stands behind its command");
      }
      return content;
    } catch (JacksonException e) {
      throw new UnreadableEvent(
          "the command of a decision cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** The law it was decided under. */
  public LawNames law() {
    return laws == null ? LawNames.NONE : laws;
  }

  /** How many facts begin other aggregates by it, under their ids; empty where none do. */
  public Map<String, Integer> begins() {
    return begun == null ? Map.of() : begun;
  }

  /** How many facts of other aggregates it was refused on alone; empty where it was not. */
  public Map<String, Long> refusedOn() {
    return beside == null ? Map.of() : beside;
  }
}
