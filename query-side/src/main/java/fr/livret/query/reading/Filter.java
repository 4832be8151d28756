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
