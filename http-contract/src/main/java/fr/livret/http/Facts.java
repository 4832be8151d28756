package fr.livret.http;

import fr.livret.kernel.person.SealedText;
import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of a case as an answer shows them: plain values, named as the members of a problem. */
final class Facts {
  private static final Set<String> TAKEN =
      Set.of("type", "title", "status", "detail", "instance", "code", "legalBasis", "errors");

  private Facts() {}

  /** A fact that bears the name of a member of every problem is named {@code <name>OfCase}. */
  static Map<String, Object> shown(Map<String, Object> facts) {
    Map<String, Object> shown = new LinkedHashMap<>();
    facts.forEach((name, value) -> {
      Object plain = plain(value);
      if (plain != null) {
        shown.put(TAKEN.contains(name) ? name + "OfCase" : name, plain);
      }
    });
    return shown;
  }

  /** The title with the facts behind it, as in {@code ... (ccp CCP1, obtained on 2014-03-10)}. */
  static String sentence(String title, Map<String, Object> shown) {
    if (shown.isEmpty()) {
      return title + ".";
    }
    return shown.entrySet().stream()
        .map(fact -> words(fact.getKey()) + " " + text(fact.getValue()))
        .collect(Collectors.joining(", ", title + " (", ")."));
  }

  /** A value of one component is shown as that component; what is sealed is not shown at all. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case SealedText _ -> null;
      case Optional<?> optional -> plain(optional.orElse(null));
      case Collection<?> values -> values.stream().map(Facts::plain).toList();
      case Map<?, ?> values -> {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((name, it) -> plain.put(String.valueOf(plain(name)), plain(it)));
        yield plain;
      }
      case Record row -> plain(row);
      case TemporalAccessor time -> time.toString();
      case Number number -> number;
      case Boolean bool -> bool;
      case Object other -> other.toString();
    };
  }

  private static @Nullable Object plain(Record row) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      plain.put(component.getName(), plain(valueOf(component, row)));
    }
    return components.length == 1 ? plain.get(components[0].getName()) : plain;
  }

  private static @Nullable Object valueOf(RecordComponent component, Record row) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Fact " + component + " cannot be read", e);
    }
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "unknown";
      case List<?> values when values.isEmpty() -> "none";
      case List<?> values -> values.stream().map(Facts::text).collect(Collectors.joining(" and "));
      case Map<?, ?> values ->
          values.entrySet().stream()
              .map(it -> it.getKey() + " " + text(it.getValue()))
              .collect(Collectors.joining(" and "));
      case Object other -> other.toString();
    };
  }
}
