package fr.livret.command.alert;

import fr.livret.http.FieldError;
import fr.livret.http.Ids;
import fr.livret.http.MalformedInput;
import fr.livret.kernel.alert.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A search for deliveries; each criterion may be absent. */
record DeliverySearch(
    Delivery.@Nullable State state,
    @Nullable String channel,
    @Nullable UUID alert,
    long after,
    int limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Set<String> KNOWN = Set.of("state", "channel", "alertId", "limit", "after");

  /**
   * Reads it from the parameters of a request.
   *
   * @throws MalformedInput with everything that is wrong
   */
  static DeliverySearch of(Map<String, List<@Nullable String>> given) {
    Reader reader = new Reader(given);
    DeliverySearch search =
        new DeliverySearch(
            reader.value("state", DeliverySearch::state, "must be one of " + states()),
            reader.value("channel", text -> text, ""),
            reader.value("alertId", text -> Ids.parse(text).orElse(null), "must be an id"),
            or(reader.value("after", DeliverySearch::number, "must be `next` of a page before"), 0),
            (int)
                or(
                    reader.value(
                        "limit",
                        DeliverySearch::limit,
                        "must be a number from 1 to " + HIGHEST_LIMIT),
                    DEFAULT_LIMIT));
    reader.orThrow();
    return search;
  }

  DeliveryAnswers page(Outbox outbox, Set<String> configured) {
    List<Outbox.Item> found = outbox.page(state, channel, alert, after, limit + 1);
    List<Outbox.Item> items = found.subList(0, Math.min(limit, found.size()));
    return new DeliveryAnswers(
        items.stream().map(item -> DeliveryAnswers.Shown.of(item, configured)).toList(),
        found.size() > limit ? Long.toString(items.getLast().number()) : null,
        outbox.total(state, channel, alert));
  }

  private static Delivery.@Nullable State state(String text) {
    return List.of(Delivery.State.values()).stream()
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElse(null);
  }

  private static List<Delivery.State> states() {
    return List.of(Delivery.State.values());
  }

  private static @Nullable Long number(String text) {
    return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private static @Nullable Long limit(String text) {
    Long limit = number(text);
    return limit == null || limit < 1 || limit > HIGHEST_LIMIT ? null : limit;
  }

  private static long or(@Nullable Long given, long otherwise) {
    return given == null ? otherwise : given;
  }

  /** Reads parameters, and keeps what is wrong with them. */
  private static final class Reader {
    private final Map<String, List<@Nullable String>> given;
    private final List<FieldError> errors = new ArrayList<>();

    Reader(Map<String, List<@Nullable String>> given) {
      this.given = given;
      for (String name : new TreeSet<>(given.keySet())) {
        if (!KNOWN.contains(name)) {
          errors.add(new FieldError(name, "is no parameter of this request"));
        } else if (given.getOrDefault(name, List.of()).size() > 1) {
          errors.add(new FieldError(name, "must be given once"));
        }
      }
    }

    /** An empty parameter is one that was not given. */
    <T> @Nullable T value(String name, Function<String, @Nullable T> reading, String expected) {
      List<@Nullable String> values = given.getOrDefault(name, List.of());
      String text = values.isEmpty() ? null : values.getFirst();
      if (text == null || text.isEmpty()) {
        return null;
      }
      T value = reading.apply(text);
      if (value == null) {
        errors.add(new FieldError(name, expected));
      }
      return value;
    }

    void orThrow() {
      if (!errors.isEmpty()) {
        throw new MalformedInput(errors);
      }
    }
  }
}
