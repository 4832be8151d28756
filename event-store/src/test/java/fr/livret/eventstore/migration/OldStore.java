package fr.livret.eventstore.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** A database with Axon's standard tables, and what tests put into them. */
final class OldStore {
  static final Serializer SERIALIZER =
      JacksonSerializer.builder().objectMapper(new ObjectMapper().findAndRegisterModules()).build();

  final DataSource database = TestPostgres.freshDatabase();

  OldStore() {
    sql(
        """
        create table domain_event_entry (
          global_index bigserial primary key, event_identifier varchar(255) not null unique,
          aggregate_identifier varchar(255) not null, sequence_number bigint not null,
          type varchar(255), time_stamp varchar(255) not null, payload_type varchar(255) not null,
          payload_revision varchar(255), payload bytea not null, meta_data bytea,
          unique (aggregate_identifier, sequence_number));
        create table snapshot_event_entry (
          event_identifier varchar(255) not null unique,
          aggregate_identifier varchar(255) not null, sequence_number bigint not null,
          type varchar(255) not null, time_stamp varchar(255) not null,
          payload_type varchar(255) not null, payload_revision varchar(255),
          payload bytea not null, meta_data bytea,
          primary key (aggregate_identifier, sequence_number));
        create table token_entry (
          processor_name varchar(255) not null, segment integer not null, token bytea,
          token_type varchar(255), time_stamp varchar(255), owner varchar(255),
          primary key (processor_name, segment));
        """);
  }

  /** So many events of ten aggregates and of none; every seventh place stays a gap. */
  OldStore withEvents(int events) {
    sql(
        """
        insert into domain_event_entry
        select n + (n - 1) / 6, gen_random_uuid(),
          case when n %% 11 = 0 then 'single-' || n else 'aggregate-' || n %% 11 end,
          case when n %% 11 = 0 then 0 else (n - 1) / 11 end,
          case when n %% 11 = 0 then null when n %% 2 = 0 then 'Path' else 'Été' end,
          to_char(timestamp '2019-03-10' + n * interval '1.003 seconds',
            'YYYY-MM-DD"T"HH24:MI:SS.MS') || 'Z',
          'kind.' || n %% 5, case when n %% 5 = 0 then null else (n %% 3)::text end,
          convert_to('{"n":' || n || '}', 'UTF8'), '{}'
        from generate_series(1, %d) n
        """
            .formatted(events));
    return this;
  }

  OldStore withSnapshots() {
    sql(
        """
        insert into snapshot_event_entry
        select gen_random_uuid(), 'aggregate-' || n % 5, n, 'Path',
          '2019-03-10T10:11:12.345Z', 'state', null, '\\x01', '{}'
        from generate_series(1, 20) n
        """);
    return this;
  }

  /** As Axon's token store writes it. */
  OldStore withToken(String processor, TrackingToken token) {
    SerializedObject<byte[]> written = SERIALIZER.serialize(token, byte[].class);
    return withToken(
        processor,
        new String(written.getData(), StandardCharsets.UTF_8),
        written.getType().getName());
  }

  OldStore withToken(String processor, @Nullable String token, @Nullable String type) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into token_entry values (?, 0, ?, ?, '2019-03-10T10:11:12.345Z', null)")) {
      statement.setString(1, processor);
      statement.setBytes(2, token == null ? null : token.getBytes(StandardCharsets.UTF_8));
      statement.setString(3, type);
      statement.executeUpdate();
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Nullable TrackingToken token(String processor) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select token, token_type from token_entry where processor_name = ?")) {
      statement.setString(1, processor);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        byte[] token = row.getBytes(1);
        return token == null
            ? null
            : SERIALIZER.deserialize(
                new SimpleSerializedObject<>(token, byte[].class, row.getString(2), null));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<AxonTableMigration.Summary> migrate() {
    return migrate(_ -> {});
  }

  /** In chunks of seven events. */
  Optional<AxonTableMigration.Summary> migrate(Consumer<MigrationProgress> progress) {
    return new AxonTableMigration(database, AxonTables.underscored(), SERIALIZER, 7).run(progress);
  }

  void sql(String statements) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what is found, as text. */
  List<String> query(String query) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String first(String query) {
    return query(query).getFirst();
  }
}
