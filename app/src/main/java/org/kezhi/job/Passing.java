package org.kezhi.job;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells faults that pass by themselves (the database is away, full or busy) from faults of ours.
final class Passing {

  private Passing() {}

  static boolean isPassing(Throwable fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientException
          || (cause instanceof SQLException problem && isPassing(problem.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /// Connection lost, out of room or connections, server going down, deadlock.
  private static boolean isPassing(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || state.startsWith("40"));
  }
}
