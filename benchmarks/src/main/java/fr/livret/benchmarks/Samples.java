package fr.livret.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The raw figures of one section, round by round, and what is to be known about them. Kept in a
 * file of their own, so that one section can be measured again without the others.
 */
final class Samples {
  private static final String NOTE = "#";

  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  /** One round's value of a figure; its name ends with its unit in brackets. */
  void add(String figure, double value) {
    figures.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value);
  }

  void note(String text) {
    notes.add(text.replace('\n', ' '));
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  Set<String> names() {
    return figures.keySet();
  }

  /** A figure round by round; empty where it was not measured. */
  Optional<List<Double>> of(String figure) {
    return Optional.ofNullable(figures.get(figure)).map(List::copyOf);
  }

  /** The best by its median of some figures; empty where none was measured. */
  Optional<List<Double>> bestOf(List<String> names) {
    return names.stream()
        .flatMap(name -> of(name).stream())
        .max(Comparator.comparingDouble(values -> Spread.of(values).median()));
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(
        file,
        Stream.concat(
                notes.stream().map(note -> NOTE + note),
                figures.entrySet().stream().map(Samples::line))
            .toList());
  }

  private static String line(Map.Entry<String, List<Double>> figure) {
    return figure.getKey()
        + "\t"
        + String.join("\t", figure.getValue().stream().map(String::valueOf).toList());
  }

  static Samples read(Path file) throws IOException {
    Samples samples = new Samples();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(NOTE)) {
        samples.note(line.substring(NOTE.length()));
      } else {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        cells.stream()
            .skip(1)
            .forEach(value -> samples.add(cells.getFirst(), Double.parseDouble(value)));
      }
    }
    return samples;
  }
}
