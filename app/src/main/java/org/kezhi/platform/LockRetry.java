package org.kezhi.platform;

import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;

/// Does work again that the database stopped because two writers waited for each other. The work
/// must begin its own transaction.
public final class LockRetry {

  private static final int ATTEMPTS = 3;

  private LockRetry() {}

  public static <T> T of(Supplier<T> work) {
    for (var attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (PessimisticLockingFailureException deadlock) {
        if (attempt == ATTEMPTS) {
          throw deadlock;
        }
      }
    }
  }
}
