package fr.livret.command.imports;

import fr.livret.http.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which lines must keep their order. Lines that refer to each other, directly or through others, or
 * name the same id, are one lane; lanes may run side by side. A line about what has a code and no
 * id, a référentiel, may matter to any other: it runs alone, after all before it and before all
 * after it.
 */
final class Lanes {
  private static final Pattern CODED = Pattern.compile("/api/[^/]+/([^/]+).*");

  private final Map<UUID, UUID> parents = new HashMap<>();

  private Lanes() {}

  /**
   * Lines to be carried out one after the other.
   *
   * @param id under which later lines find the lane again
   */
  record Lane(UUID id, List<Line> lines) {}

  /**
   * The lines as lanes: each stage begins when the one before it is over.
   *
   * @param idOf gives the id that stands for a key
   */
  static List<List<Lane>> of(List<Line> lines, Map<UUID, Row> known, Function<String, UUID> idOf) {
    List<List<Lane>> stages = new ArrayList<>();
    List<Line> together = new ArrayList<>();
    for (Line line : lines) {
      if (aboutACode(line)) {
        stages.add(new Lanes().stage(together, known, idOf));
        stages.add(List.of(new Lane(line.id(), List.of(line))));
        together = new ArrayList<>();
      } else {
        together.add(line);
      }
    }
    stages.add(new Lanes().stage(together, known, idOf));
    return stages;
  }

  private static boolean aboutACode(Line line) {
    var address = CODED.matcher(line.path());
    return address.matches()
        && !address.group(1).startsWith("@")
        && Ids.parse(address.group(1)).isEmpty();
  }

  private List<Lane> stage(List<Line> lines, Map<UUID, Row> known, Function<String, UUID> idOf) {
    for (Line line : lines) {
      for (UUID other : touched(line, known, idOf)) {
        unite(other, line.id());
      }
    }
    Map<UUID, List<Line>> lanes = new LinkedHashMap<>();
    for (Line line : lines) {
      lanes.computeIfAbsent(root(line.id()), _ -> new ArrayList<>()).add(line);
    }
    List<Lane> stage = new ArrayList<>();
    lanes.forEach((root, ofLane) -> stage.add(new Lane(root, ofLane)));
    return stage;
  }

  private static Set<UUID> touched(Line line, Map<UUID, Row> known, Function<String, UUID> idOf) {
    Set<UUID> touched = new LinkedHashSet<>();
    addWithLane(line.id(), known, touched);
    for (String key : line.references()) {
      addWithLane(idOf.apply(key), known, touched);
    }
    for (String segment : line.path().split("/", -1)) {
      Ids.parse(segment).ifPresent(touched::add);
    }
    if (line.body() != null) {
      ids(line.body(), touched);
    }
    return touched;
  }

  private static void addWithLane(UUID id, Map<UUID, Row> known, Set<UUID> into) {
    Row row = known.get(id);
    if (row != null) {
      into.add(row.lane());
    }
    into.add(id);
  }

  private static void ids(JsonNode node, Set<UUID> into) {
    if (node.isString()) {
      Ids.parse(node.stringValue()).ifPresent(into::add);
    }
    node.forEach(child -> ids(child, into));
  }

  private UUID root(UUID id) {
    UUID root = id;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    if (!root.equals(id)) {
      parents.put(id, root);
    }
    return root;
  }

  private void unite(UUID one, UUID other) {
    UUID root = root(one);
    UUID otherRoot = root(other);
    if (!root.equals(otherRoot)) {
      parents.put(otherRoot, root);
    }
  }
}
