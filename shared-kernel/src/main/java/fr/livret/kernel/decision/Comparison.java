package fr.livret.kernel.decision;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.RegimeId;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two outcomes of one command, component by component. */
public final class Comparison {
  private static final String RULE = "rule";

  private final List<Difference> found = new ArrayList<>();
  private final boolean underAnotherRegime;
  private @Nullable String rule;

  private Comparison(boolean underAnotherRegime) {
    this.underAnotherRegime = underAnotherRegime;
  }

  /** What differs when the same law was asked again: anything at all. */
  public static List<Difference> of(Outcome recorded, Outcome now) {
    return new Comparison(false).compared(recorded, now);
  }

  /**
   * What differs when another regime was asked: not that it is another one, which is the question,
   * but what it decides otherwise. A rule of the same key is the same rule there.
   */
  public static List<Difference> underAnotherRegime(Outcome recorded, Outcome now) {
    return new Comparison(true).compared(recorded, now);
  }

  private List<Difference> compared(Outcome recorded, Outcome now) {
    switch (recorded) {
      case Outcome.Accepted was -> {
        switch (now) {
          case Outcome.Accepted is -> facts(was.facts(), is.facts());
          case Outcome.Refused is -> outcome(was.text(), is.text(), is.rule());
        }
      }
      case Outcome.Refused was -> {
        switch (now) {
          case Outcome.Accepted is -> outcome(was.text(), is.text(), was.rule());
          case Outcome.Refused is -> refusals(was, is);
        }
      }
    }
    return List.copyOf(found);
  }

  private void outcome(String recorded, String now, String by) {
    found.add(new Difference("outcome", recorded, now, by));
  }

  private void refusals(Outcome.Refused was, Outcome.Refused is) {
    rule = is.rule();
    leaf("refusal.code", was.code(), is.code());
    component("refusal." + RULE, RULE, was.rule(), is.rule());
    maps("refusal.facts", was.facts(), is.facts());
  }

  private void facts(List<?> was, List<?> is) {
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      Object one = i < was.size() ? was.get(i) : null;
      Object other = i < is.size() ? is.get(i) : null;
      Object named = other == null ? one : other;
      rule = ruleOf(named).or(() -> ruleOf(was, is)).orElse(null);
      if (one != null && other != null && one.getClass().equals(other.getClass())) {
        values(one.getClass().getSimpleName(), one, other);
      } else {
        found.add(new Difference("fact " + (i + 1), kind(one), kind(other), rule));
      }
    }
  }

  private static @Nullable String kind(@Nullable Object fact) {
    return fact == null ? null : fact.getClass().getSimpleName();
  }

  /** A fact that names no rule follows from one that does. */
  private static Optional<String> ruleOf(List<?> was, List<?> is) {
    return is.stream()
        .flatMap(fact -> ruleOf(fact).stream())
        .findFirst()
        .or(() -> was.stream().flatMap(fact -> ruleOf(fact).stream()).findFirst());
  }

  private static Optional<String> ruleOf(@Nullable Object fact) {
    if (fact != null && fact.getClass().isRecord()) {
      for (RecordComponent component : fact.getClass().getRecordComponents()) {
        if (component.getName().equals(RULE) && value(component, fact) instanceof String named) {
          return Optional.of(named);
        }
      }
    }
    return Optional.empty();
  }

  private void values(String where, @Nullable Object was, @Nullable Object is) {
    if (Objects.equals(was, is)) {
      return;
    }
    if (was instanceof RegimeId && is instanceof RegimeId && underAnotherRegime) {
      return;
    }
    if (was instanceof LegalBasis one && is instanceof LegalBasis other) {
      component(where, RULE, one.rule(), other.rule());
    } else if (was instanceof Record && is instanceof Record && was.getClass() == is.getClass()) {
      records(where, was, is);
    } else if (was instanceof List<?> one && is instanceof List<?> other) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        values(
            where + "[" + (i + 1) + "]",
            i < one.size() ? one.get(i) : null,
            i < other.size() ? other.get(i) : null);
      }
    } else if (was instanceof Map<?, ?> one && is instanceof Map<?, ?> other) {
      maps(where, one, other);
    } else {
      leaf(where, was, is);
    }
  }

  private void records(String where, Object was, Object is) {
    for (RecordComponent component : was.getClass().getRecordComponents()) {
      component(
          where + "." + component.getName(),
          component.getName(),
          value(component, was),
          value(component, is));
    }
  }

  private void component(String where, String name, @Nullable Object was, @Nullable Object is) {
    if (underAnotherRegime
        && name.equals(RULE)
        && was instanceof String one
        && is instanceof String other
        && keyOf(one).equals(keyOf(other))) {
      return;
    }
    values(where, was, is);
  }

  /** Of {@code TP-2006/1#window.length}, {@code window.length}. */
  private static String keyOf(String rule) {
    return rule.substring(rule.indexOf('#') + 1);
  }

  private void maps(String where, Map<?, ?> was, Map<?, ?> is) {
    SortedSet<String> names = new TreeSet<>();
    was.keySet().forEach(name -> names.add(String.valueOf(name)));
    is.keySet().forEach(name -> names.add(String.valueOf(name)));
    for (String name : names) {
      values(where + "." + name, under(was, name), under(is, name));
    }
  }

  private static @Nullable Object under(Map<?, ?> map, String name) {
    return map.entrySet().stream()
        .filter(entry -> String.valueOf(entry.getKey()).equals(name))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  private void leaf(String where, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      found.add(new Difference(where, text(was), text(is), rule));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
