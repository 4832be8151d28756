package fr.livret.command.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The memory of a dry run: what earlier runs stored is read, and nothing is written. */
final class RehearsedMemory implements Memory {
  private final Memory stored;
  private final UUID run;
  private final Map<UUID, Row> rehearsed = new HashMap<>();
  private final Set<UUID> renewed = new HashSet<>();

  RehearsedMemory(Memory stored, UUID run) {
    this.stored = stored;
    this.run = run;
  }

  @Override
  public Map<UUID, Row> recall(Collection<UUID> ids) {
    Map<UUID, Row> rows = new HashMap<>(stored.recall(ids));
    for (UUID id : ids) {
      Row row = rehearsed.get(id);
      if (row != null) {
        rows.put(id, row);
      }
    }
    return rows;
  }

  @Override
  public Set<UUID> renewed(Collection<UUID> lanes) {
    Set<UUID> both = new HashSet<>(lanes);
    both.retainAll(renewed);
    return both;
  }

  @Override
  public void begin(List<Row> rows) {}

  @Override
  public void keep(List<Row> rows, List<Outcome> withoutKey) {
    for (Row row : rows) {
      rehearsed.put(row.id(), row);
      if (run.equals(row.doneIn())) {
        renewed.add(row.lane());
      }
    }
  }
}
