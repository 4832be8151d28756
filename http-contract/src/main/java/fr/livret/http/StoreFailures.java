package fr.livret.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures mean that the store may well answer a little later. */
final class StoreFailures {
  private StoreFailures() {}

  static boolean isOne(Throwable failure) {
    return switch (failure) {
      case DataAccessResourceFailureException _,
          RecoverableDataAccessException _,
          TransientDataAccessException _,
          CannotCreateTransactionException _,
          SQLTransientException _,
          SQLRecoverableException _,
          SQLNonTransientConnectionException _ ->
          true;
      case SQLException sql -> passing(sql.getSQLState());
      default -> false;
    };
  }

  /**
   * Connection (08), resources (53), operator intervention (57), deadlock or serialization (40).
   */
  private static boolean passing(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.startsWith("40"));
  }
}
