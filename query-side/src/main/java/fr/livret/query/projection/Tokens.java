package fr.livret.query.projection;

import java.time.Clock;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How far each projection has come, kept in Axon's table of tokens.
 *
 * <p>A place is left only by whoever knows it, and its row is locked until the rows that belong to
 * the new place are committed: whatever writes to a projection comes here first. So any number of
 * nodes may follow, none has to claim anything, and one that dies holds up nobody.
 */
final class Tokens {
  private final Serializer serializer;
  private final Clock clock;

  Tokens(Serializer serializer, Clock clock) {
    this.serializer = serializer;
    this.clock = clock;
  }

  /**
   * Where a projection stands.
   *
   * @param token null before the first event
   * @param written as it is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by PostgreSQL only.
  record Place(@Nullable TrackingToken token, byte @Nullable [] written) {}

  /** Where events end that this token has passed; 0 before the first. */
  static long position(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }

  /** Where a projection stands now. */
  Place place(JdbcOperations jdbc, String projection) {
    return read(jdbc, projection, "");
  }

  /** The same, and nobody moves it before this transaction ends. */
  Place locked(JdbcOperations jdbc, String projection) {
    return read(jdbc, projection, " for update");
  }

  private Place read(JdbcOperations jdbc, String projection, String how) {
    jdbc.update(
        """
        insert into token_entry (processor_name, segment) values (?, 0)
        on conflict do nothing
        """,
        projection);
    return jdbc.query(
            "select token, token_type from token_entry where processor_name = ? and segment = 0"
                + how,
            (row, _) -> {
              byte @Nullable [] written = row.getBytes(1);
              return new Place(written == null ? null : token(written, row.getString(2)), written);
            },
            projection)
        .getFirst();
  }

  private @Nullable TrackingToken token(byte[] written, String type) {
    TrackingToken token =
        serializer.deserialize(new SimpleSerializedObject<>(written, byte[].class, type, null));
    return WrappedToken.unwrapLowerBound(token);
  }

  /**
   * Moves a projection on. Throws {@link Moved} when it stands there no longer. The commit is not
   * waited for until it is on the disk: a crash takes the rows back with the place, and the events
   * that were folded are folded again. Nor is what follows planned anew for every batch: planning
   * takes longer than writing a few rows.
   */
  Place move(JdbcOperations jdbc, String projection, Place from, TrackingToken to) {
    SerializedObject<byte[]> written = serializer.serialize(to, byte[].class);
    boolean moved =
        !jdbc.query(
                """
                update token_entry set token = ?, token_type = ?, time_stamp = ?, owner = null
                where processor_name = ? and segment = 0 and token is not distinct from ?
                returning set_config('synchronous_commit', 'off', true),
                  set_config('plan_cache_mode', 'force_generic_plan', true)
                """,
                (row, _) -> row.getString(1),
                written.getData(),
                written.getType().getName(),
                clock.instant().toString(),
                projection,
                from.written())
            .isEmpty();
    if (!moved) {
      throw new Moved(projection);
    }
    return new Place(to, written.getData());
  }

  /** Another node, or a rebuild, has moved it: its events are read anew from where it stands. */
  static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Moved(String projection) {
      super(projection + " was moved by somebody else");
    }
  }
}
