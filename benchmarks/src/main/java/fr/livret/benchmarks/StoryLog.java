package fr.livret.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.livret.form.decision.Decision;
import fr.livret.form.event.FactMetadata;
import fr.livret.form.law.ReferentielDocument;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a store with whole stories, decided by the kernel and written as the product writes them,
 * many at a time. Nobody else may write meanwhile.
 */
final class StoryLog {
  /** How many stories go on side by side. */
  private static final int SIDE_BY_SIDE = 1_000;

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] WITHOUT_DECISION = Typical.metadata();

  private final SplittableRandom random = new SplittableRandom(7);
  private final Map<String, Short> types = new HashMap<>();
  private final Connection connection;
  private long position;

  private StoryLog(Connection connection) {
    this.connection = connection;
  }

  /** The day on which a step of a story is recorded: that on which it happens. */
  static LocalDate today(int step) {
    return step == 0 ? Story.OPENED : Story.OBTAINED.get(step - 1);
  }

  /** Appends so many stories; gives the last position. */
  static long fill(DataSource database, int stories) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      StoryLog log = new StoryLog(connection);
      log.position = log.last();
      log.publish();
      for (int done = 0; done < stories; done += SIDE_BY_SIDE) {
        log.append(Math.min(SIDE_BY_SIDE, stories - done));
      }
      connection.createStatement().execute("vacuum analyze event_store.event");
      return log.position;
    }
  }

  private void append(int stories) throws SQLException, IOException {
    PathId[] paths = new PathId[stories];
    CandidateId[] candidates = new CandidateId[stories];
    PathState[] states = new PathState[stories];
    int[] versions = new int[stories];
    StringBuilder rows = new StringBuilder();
    for (int step = 0; step < Story.COMMANDS; step++) {
      for (int story = 0; story < stories; story++) {
        if (step == 0) {
          paths[story] = new PathId(Ids.next(random));
          candidates[story] = new CandidateId(Ids.next(random));
          states[story] = new PathState.NotOpened();
        }
        var command = Story.command(step, paths[story], candidates[story], today(step));
        List<PathEvent> facts = PathDecider.decide(command, states[story], Story.LAW);
        byte[] metadata = metadata(command, versions[story], facts.size());
        for (PathEvent event : facts) {
          states[story] = PathState.evolve(states[story], event);
          String at = event.effectiveOn() + "T10:00:00Z";
          row("path", event.path().toString(), versions[story]++, at, event, metadata, rows);
          metadata = WITHOUT_DECISION;
        }
      }
    }
    copy(rows);
  }

  /** What the first fact of a decision carries: the decision itself. */
  private static byte[] metadata(PathCommand command, int seen, int facts) {
    Decision decision =
        new Decision(command, seen, facts, Map.of(), Map.of(), LawNames.of(Story.LAW));
    return Typical.SERIALIZER
        .serialize(Typical.METADATA.and(FactMetadata.DECISION, decision.written()), byte[].class)
        .getData();
  }

  /** The title the stories lead to, unless it is there. */
  private void publish() throws SQLException, IOException {
    String code = Story.CERTIFICATION;
    try (PreparedStatement select =
        connection.prepareStatement("select from event_store.event where stream = ? limit 1")) {
      select.setString(1, code);
      if (select.executeQuery().next()) {
        return;
      }
    }
    ReferentielDocument title = Story.title();
    StringBuilder rows = new StringBuilder();
    row(
        "referentiel",
        code,
        0,
        Story.OPENED + "T08:00:00Z",
        new ReferentielPublished(
            title.content().code(), 1, title.content(), title.json(), title.sha256(), Story.OPENED),
        WITHOUT_DECISION,
        rows);
    copy(rows);
  }

  private void copy(StringBuilder rows) throws SQLException, IOException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy event_store.event from stdin");
    byte[] bytes = rows.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    long unused = copy.endCopy();
  }

  private void row(
      String aggregate,
      String stream,
      int sequence,
      String at,
      Object event,
      byte[] metadata,
      StringBuilder rows)
      throws SQLException {
    SerializedObject<byte[]> written = Typical.SERIALIZER.serialize(event, byte[].class);
    SerializedType type = written.getType();
    rows.append(++position).append('\t');
    rows.append(at).append('\t');
    rows.append(sequence).append('\t');
    rows.append(type(aggregate, type.getName(), type.getRevision())).append('\t');
    rows.append(Ids.next(random)).append('\t');
    rows.append(stream).append('\t');
    rows.append("\\\\x").append(HEX.formatHex(written.getData())).append('\t');
    rows.append("\\\\x").append(HEX.formatHex(metadata)).append('\n');
  }

  private short type(String aggregate, String name, String revision) throws SQLException {
    Short known = types.get(name);
    if (known != null) {
      return known;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into event_store.event_type (aggregate, payload, revision) values (?, ?, ?)
            on conflict (aggregate, payload, revision) do update set aggregate = excluded.aggregate
            returning code
            """)) {
      insert.setString(1, aggregate);
      insert.setString(2, name);
      insert.setString(3, revision);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        types.put(name, row.getShort(1));
        return row.getShort(1);
      }
    }
  }

  private long last() throws SQLException {
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery("select coalesce(max(position), 0) from event_store.event")) {
      row.next();
      return row.getLong(1);
    }
  }
}
