package fr.livret.form.law;

import fr.livret.kernel.law.DateRange;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group of fields, each of which must be known: {@link #close} it when all were asked for. */
final class Section {
  private final Map<String, Written.Field> fields;
  private final Entry itself;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  Section(Map<String, Written.Field> fields, Entry itself, Problems problems) {
    this.fields = fields;
    this.itself = itself;
    this.problems = problems;
  }

  /** Where the section stands. */
  Entry itself() {
    return itself;
  }

  /** The field of that name; where it is absent the problem is noted and a stand-in returned. */
  Entry required(String name) {
    return optional(name)
        .orElseGet(() -> {
          Entry missing = at(name, itself.line(), new Written.Nothing(itself.line()));
          missing.problem("is missing");
          return missing.muted();
        });
  }

  /** The field of that name, unless it is absent or null. */
  Optional<Entry> optional(String name) {
    asked.add(name);
    Written.Field field = fields.get(name);
    return field == null || field.value() instanceof Written.Nothing
        ? Optional.empty()
        : Optional.of(at(name, field.line(), field.value()));
  }

  /** The items of a list; none where it is absent. */
  List<Entry> itemsIfAny(String name) {
    return optional(name).map(Entry::items).orElse(List.of());
  }

  /** The days between two fields, both included; an absent one leaves that end open. */
  DateRange days(String first, String last) {
    @Nullable LocalDate from = optional(first).map(Entry::day).orElse(null);
    @Nullable LocalDate to = optional(last).map(Entry::day).orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      required(last).problem("is " + to + ", before " + first + ", " + from);
      return DateRange.OPEN;
    }
    return new DateRange(from, to);
  }

  /** Takes the fields of these names as they are, whatever they hold. */
  void free(Set<String> names) {
    asked.addAll(names);
  }

  /** Notes every field nobody asked for. */
  void close() {
    fields.forEach((name, field) -> {
      if (!asked.contains(name)) {
        at(name, field.line(), field.value()).problem("is not a known field here");
      }
    });
  }

  private Entry at(String name, int line, Written value) {
    return new Entry(value, TextForm.below(itself.path(), name), line, problems);
  }
}
