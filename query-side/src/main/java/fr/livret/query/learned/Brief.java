package fr.livret.query.learned;

import fr.livret.query.learned.LearnedAnswer.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An answer in brief: what can change in it, by name. */
public final class Brief {
  private final SortedMap<String, String> values = new TreeMap<>();

  /** Adds a value, where there is one. */
  public Brief with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  /** Whatever differs from this answer in a later one, by name. */
  List<Change> changesTo(Brief later) {
    TreeSet<String> names = new TreeSet<>(values.keySet());
    names.addAll(later.values.keySet());
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      @Nullable String before = values.get(name);
      @Nullable String after = later.values.get(name);
      if (!Objects.equals(before, after)) {
        changes.add(new Change(name, before, after));
      }
    }
    return changes;
  }
}
