package fr.livret.command.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an import remembers of its lines, so that a file sent again is answered and not done. */
interface Memory {

  /** What is known of these keys. */
  Map<UUID, Row> recall(Collection<UUID> ids);

  /** Those of these lanes in which a line was carried out during this run. */
  Set<UUID> renewed(Collection<UUID> lanes);

  /** To be called before these lines are carried out: from now on their content is bound. */
  void begin(List<Row> rows);

  /** Keeps what became of lines, and of those that no key stands for. */
  void keep(List<Row> rows, List<Outcome> withoutKey);
}
