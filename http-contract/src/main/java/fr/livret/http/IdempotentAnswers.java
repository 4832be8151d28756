package fr.livret.http;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that were used, for which request, and what was answered (table idempotency). */
final class IdempotentAnswers {
  private final JdbcClient jdbc;

  IdempotentAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is known of a key that is used now; it is known from now on. */
  Use use(byte[] key, byte[] fingerprint) {
    int inserted =
        jdbc.sql(
                "insert into idempotency (key_hash, fingerprint) values (?, ?) on conflict do"
                    + " nothing")
            .params(key, fingerprint)
            .update();
    if (inserted == 1) {
      return new Use.First();
    }
    return find(key)
        .map(row -> {
          if (!Arrays.equals(row.fingerprint, fingerprint)) {
            return new Use.OtherRequest();
          }
          return row.answer == null ? new Use.Unanswered() : new Use.Answered(row.answer);
        })
        .orElseGet(Use.Unanswered::new);
  }

  /** Stores the answer, unless another node was first. Gives the one that stands. */
  Answer store(byte[] key, byte[] fingerprint, Answer answer) {
    int stored =
        jdbc.sql(
                """
                insert into idempotency (key_hash, fingerprint, status, content_type, location, etag, body)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (key_hash) do update
                set status = excluded.status, content_type = excluded.content_type,
                    location = excluded.location, etag = excluded.etag, body = excluded.body
                where idempotency.status is null and idempotency.fingerprint = excluded.fingerprint
                """)
            .param(key)
            .param(fingerprint)
            .param(answer.status)
            .param(answer.contentType)
            .param(answer.location)
            .param(answer.etag)
            .param(answer.body)
            .update();
    return stored == 1
        ? answer
        : find(key).flatMap(row -> Optional.ofNullable(row.answer)).orElse(answer);
  }

  /** Frees a key whose request had no effect and is not answered from memory. */
  void free(byte[] key) {
    jdbc.sql("delete from idempotency where key_hash = ? and status is null").param(key).update();
  }

  private Optional<Row> find(byte[] key) {
    return jdbc.sql(
            """
            select fingerprint, status, content_type, location, etag, body
            from idempotency where key_hash = ?
            """)
        .param(key)
        .query((row, _) -> new Row(row.getBytes("fingerprint"), answer(row)))
        .optional();
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    return row.wasNull()
        ? null
        : new Answer(
            status,
            row.getString("content_type"),
            row.getString("location"),
            row.getString("etag"),
            row.getBytes("body"));
  }

  private record Row(byte[] fingerprint, @Nullable Answer answer) {}

  /** An answer as it was first given. */
  record Answer(
      int status,
      @Nullable String contentType,
      @Nullable String location,
      @Nullable String etag,
      byte[] body) {}

  /** What is known of a key that is used. */
  sealed interface Use {
    /** It was never used. */
    record First() implements Use {}

    /** The same request came before; what became of it is not known here. */
    record Unanswered() implements Use {}

    /** The same request came before and had this answer. */
    record Answered(Answer answer) implements Use {}

    /** Another request came with it. */
    record OtherRequest() implements Use {}
  }
}
