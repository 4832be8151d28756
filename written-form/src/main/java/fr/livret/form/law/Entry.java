package fr.livret.form.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A value at its place in a text, to be read as what it must be. Where it is not that, the problem
 * is noted and a stand-in returned, so that reading goes on to the next problem: whoever reads
 * looks at the problems before anything read is used.
 */
record Entry(Written value, String path, int line, Problems problems) {
  private static final int LONGEST_LINE = 4_000;
  private static final int LONGEST_CODE = 60;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern PERIOD =
      Pattern.compile("P(?=\\d)(\\d{1,2}Y)?(\\d{1,3}M)?(\\d{1,4}D)?");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]*");

  /** The document itself. */
  static Entry root(Written value, Problems problems) {
    return new Entry(value, "", value.line(), problems);
  }

  void problem(String message) {
    problems.add(line, path, message);
  }

  /** The same entry, of whose problems nobody hears: one was noted already. */
  Entry muted() {
    return new Entry(value, path, line, new Problems(problems.file()));
  }

  /** A text of one line, not blank. */
  String words() {
    return value instanceof Written.Text(String text, int _) ? bounded(text) : other("a text", "");
  }

  /** A text of one line; a whole number is taken as the text it reads, as in a code or a level. */
  String label() {
    return value instanceof Written.Number number && number.whole()
        ? number.value().toPlainString()
        : words();
  }

  /** A code: upper-case ASCII letters, digits, hyphens and underscores. */
  String code() {
    return shaped(CODE, LONGEST_CODE, "upper-case ASCII letters, digits, - and _, at most 60");
  }

  /** A text of that form. */
  String shaped(Pattern form, int longest, String mustBe) {
    String text = words();
    if (!text.isEmpty() && (text.length() > longest || !form.matcher(text).matches())) {
      problem("must be " + mustBe);
    }
    return text;
  }

  boolean flag() {
    return value instanceof Written.Flag(boolean flag, int _)
        ? flag
        : other("true or false", false);
  }

  int whole(int least, int most) {
    if (!(value instanceof Written.Number number) || !number.whole()) {
      return other("a whole number", least);
    }
    BigDecimal read = number.value();
    if (read.compareTo(BigDecimal.valueOf(least)) < 0
        || read.compareTo(BigDecimal.valueOf(most)) > 0) {
      problem("must be from " + least + " to " + most + ", not " + read);
      return least;
    }
    return read.intValueExact();
  }

  /** A number from one to another, with six decimals at most. */
  BigDecimal number(BigDecimal least, BigDecimal most) {
    if (!(value instanceof Written.Number number)) {
      return other("a number", least);
    }
    BigDecimal read = number.value();
    if (read.compareTo(least) < 0 || read.compareTo(most) > 0 || read.scale() > 6) {
      problem("must be from " + least + " to " + most + ", with six decimals at most, not " + read);
      return least;
    }
    return read;
  }

  /** Whether a bare number stands here, in a place where a group of fields may too. */
  boolean isNumber() {
    return value instanceof Written.Number;
  }

  /** A day of the calendar from 1900 to 2200. */
  LocalDate day() {
    String text = shaped(DAY, 10, "a day as in 2014-03-10");
    if (!DAY.matcher(text).matches()) {
      return FIRST_DAY;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
        problem("must be a day from " + FIRST_DAY + " to " + LAST_DAY + ", not " + text);
        return FIRST_DAY;
      }
      return day;
    } catch (DateTimeParseException e) {
      problem("is no day of the calendar: " + text);
      return FIRST_DAY;
    }
  }

  /** A length of time longer than none. */
  Period period() {
    String text = shaped(PERIOD, 20, "a length of time as in P5Y or P6M");
    Period period = PERIOD.matcher(text).matches() ? Period.parse(text) : Period.ofYears(1);
    if (period.isZero()) {
      problem("must be longer than no time");
    }
    return period;
  }

  /** One of the names of an enumeration. */
  <E extends Enum<E>> E one(Class<E> among) {
    return named(among, Enum::name, "one of ");
  }

  /** One of the names of an enumeration, by another name than its own. */
  <E extends Enum<E>> E named(Class<E> among, Function<E, String> name, String mustBe) {
    E[] all = among.getEnumConstants();
    String read = label();
    return Arrays.stream(all)
        .filter(each -> name.apply(each).equals(read))
        .findFirst()
        .orElseGet(() -> {
          String names = Arrays.stream(all).map(name).collect(Collectors.joining(", "));
          if (!read.isEmpty()) {
            problem("must be " + mustBe + names + ", not " + read);
          }
          return all[0];
        });
  }

  /** Checks that the text is this one word, the only one the program can apply. */
  void only(String word) {
    String read = words();
    if (!read.isEmpty() && !read.equals(word)) {
      problem("must be " + word + ", the only reading that can be applied, not " + read);
    }
  }

  /** A list of names of an enumeration, none twice. */
  <E extends Enum<E>> Set<E> several(Class<E> among) {
    Set<E> found = EnumSet.noneOf(among);
    for (Entry item : items()) {
      int before = item.problems.count();
      E one = item.one(among);
      if (item.problems.count() == before && !found.add(one)) {
        item.problem("names " + one + " twice");
      }
    }
    return found;
  }

  /** Values by the names of an enumeration; those absent are left out. */
  <E extends Enum<E>, V> Map<E, V> each(Class<E> among, Function<Entry, V> reading) {
    Map<E, V> found = new EnumMap<>(among);
    Section section = section();
    for (E one : among.getEnumConstants()) {
      section.optional(one.name()).ifPresent(entry -> found.put(one, reading.apply(entry)));
    }
    section.close();
    return found;
  }

  List<Entry> items() {
    if (!(value instanceof Written.Items(List<Written> values, int _))) {
      return other("a list", List.of());
    }
    return IntStream.range(0, values.size())
        .mapToObj(
            i -> new Entry(values.get(i), path + "[" + i + "]", values.get(i).line(), problems))
        .toList();
  }

  Section section() {
    return value instanceof Written.Fields(Map<String, Written.Field> fields, int _)
        ? new Section(fields, this, problems)
        : new Section(Map.of(), muted(), other("a group of fields", muted().problems));
  }

  /** Whether a bare text stands here, in a place where a group of fields may too. */
  boolean isText() {
    return value instanceof Written.Text;
  }

  private String bounded(String text) {
    if (text.isBlank()) {
      problem("must not be empty");
      return "";
    }
    if (text.length() > LONGEST_LINE) {
      problem("is longer than " + LONGEST_LINE + " characters");
      return "";
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
      problem("must be one line");
      return "";
    }
    return text;
  }

  private <T> T other(String mustBe, T standIn) {
    problem("must be " + mustBe + ", not " + value.kind());
    return standIn;
  }
}
