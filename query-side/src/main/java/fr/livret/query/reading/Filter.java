package fr.livret.query.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a list, as SQL with named parameters. */
public final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /** Adds a condition on a value, where there is one; the condition names it {@code :name}. */
  public Filter with(String condition, String name, Optional<?> value) {
    value.ifPresent(there -> {
      conditions.add(condition);
      values.put(name, there);
    });
    return this;
  }

  /**
   * Adds the condition on words of a candidate's name, or on the start of a certification's code or
   * of an id, where there are any.
   *
   * @param table what has the certification and the id; the candidate is {@code c}
   */
  public Filter words(String table, Optional<String> words) {
    return with(
            """
            (c.search like all(:words) or lower(%1$s.certification) like :prefix
              or %1$s.id::text like :prefix)
            """
                .formatted(table),
            "words",
            words.map(text -> SearchText.patterns(text).toArray(String[]::new)))
        .value("prefix", words.map(SearchText::prefix).orElse(""));
  }

  /** Gives a value without a condition of its own. */
  public Filter value(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** The where clause; empty where there is no condition. */
  public String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The values by name. */
  public Map<String, Object> values() {
    return Map.copyOf(values);
  }
}
