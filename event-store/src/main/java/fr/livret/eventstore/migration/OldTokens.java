package fr.livret.eventstore.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * How far processors have come, told in positions instead of places in the old table.
 *
 * @param connection to read and write them by
 * @param names of the old tables
 * @param serializer they were written with
 */
record OldTokens(Connection connection, AxonTables names, Serializer serializer) {

  /** A processor that runs says so again and again: silent for so long, it does not. */
  private static final int SECONDS_OF_SILENCE = 15;

  /** What one line of the table becomes. */
  record Translated(String processor, int segment, TrackingToken token) {}

  /**
   * @throws MigrationRefused where a processor runs, or could not go on from where it is without
   *     losing an event
   */
  List<Translated> translated() throws SQLException {
    refuseRunning();
    List<Translated> tokens = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql(
                    """
                    select <processor>, <segment>, <token>, <type> from <table>
                    where <token> is not null order by <processor>, <segment>
                    """));
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String processor = row.getString(1);
        TrackingToken old = read(processor, row.getBytes(3), row.getString(4));
        if (!(old instanceof ConfigToken)) {
          tokens.add(new Translated(processor, row.getInt(2), translate(processor, old)));
        }
      }
    }
    return tokens;
  }

  void write(List<Translated> tokens) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            sql(
                """
                update <table> set <token> = ?, <type> = ? where <processor> = ? and <segment> = ?
                """))) {
      for (Translated translated : tokens) {
        SerializedObject<byte[]> written = serializer.serialize(translated.token(), byte[].class);
        statement.setBytes(1, written.getData());
        statement.setString(2, written.getType().getName());
        statement.setString(3, translated.processor());
        statement.setInt(4, translated.segment());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void refuseRunning() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql("""
                select <processor>, <owner> from <table>
                where <owner> is not null
                  and <at>::timestamptz > now() - interval '%d seconds'
                order by 1 limit 1
                """)
                    .formatted(SECONDS_OF_SILENCE));
        ResultSet row = statement.executeQuery()) {
      if (row.next()) {
        throw new MigrationRefused(
            "The processor %s runs, or did until a moment ago, in %s: stop the product, wait %d s,"
                    .formatted(row.getString(1), row.getString(2), SECONDS_OF_SILENCE)
                + " and try again. Nothing was changed.");
      }
    }
  }

  private TrackingToken read(String processor, byte[] token, @Nullable String type) {
    try {
      Object read =
          serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
      if (read instanceof TrackingToken known) {
        return known;
      }
      throw unreadable(processor, String.valueOf(type));
    } catch (SerializationException e) {
      throw unreadable(processor, type + " (" + e.getMessage() + ")");
    }
  }

  private TrackingToken translate(String processor, TrackingToken token) throws SQLException {
    return switch (token) {
      case GapAwareTrackingToken old -> {
        refuseUnread(processor, old.getGaps());
        yield new GlobalSequenceTrackingToken(eventsUpTo(old.getIndex()));
      }
      case ReplayToken old ->
          ReplayToken.createReplayToken(
              translate(processor, old.getTokenAtReset()),
              translateNullable(processor, old.getCurrentToken()),
              old.context());
      case MergedTrackingToken old ->
          new MergedTrackingToken(
              translateNullable(processor, old.lowerSegmentToken()),
              translateNullable(processor, old.upperSegmentToken()));
      default -> throw unreadable(processor, token.getClass().getName());
    };
  }

  private @Nullable TrackingToken translateNullable(String processor, @Nullable TrackingToken token)
      throws SQLException {
    return token == null ? null : translate(processor, token);
  }

  private MigrationRefused unreadable(String processor, String what) {
    return new MigrationRefused(
        "The token of the processor %s in %s is of a kind that cannot be translated: %s."
                .formatted(processor, names.tokenTable(), what)
            + " Remove that line if the processor may begin anew, or move it out of the table"
            + " meanwhile. Nothing was changed.");
  }

  /** What was a gap when the processor came by, and is an event now, it has yet to read. */
  private void refuseUnread(String processor, Collection<Long> gaps) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select min(global_index), count(*) from %s e where global_index = any(?)"
                .formatted(names.events()))) {
      statement.setArray(1, connection.createArrayOf("bigint", gaps.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getLong(2) > 0) {
          throw new MigrationRefused(
              "The processor %s has yet to read %d events it has already passed, the first at %s %d:"
                      .formatted(
                          processor,
                          row.getLong(2),
                          names.eventSchema().globalIndexColumn(),
                          row.getLong(1))
                  + " a position cannot say that. Start the product on Axon's own tables until the"
                  + " processor has read them, or reset that processor, then stop it and migrate"
                  + " again. Nothing was changed.");
        }
      }
    }
  }

  /** The position of the last event at that place or before it: there are no gaps in positions. */
  private long eventsUpTo(long index) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select count(*) from %s e where global_index <= ?".formatted(names.events()))) {
      statement.setLong(1, index);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private String sql(String text) {
    return text.replace("<table>", names.tokenSchema().tokenTable())
        .replace("<processor>", names.tokenSchema().processorNameColumn())
        .replace("<segment>", names.tokenSchema().segmentColumn())
        .replace("<token>", names.tokenSchema().tokenColumn())
        .replace("<type>", names.tokenSchema().tokenTypeColumn())
        .replace("<at>", names.tokenSchema().timestampColumn())
        .replace("<owner>", names.tokenSchema().ownerColumn());
  }
}
