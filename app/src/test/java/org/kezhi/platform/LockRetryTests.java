package org.kezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class LockRetryTests {

  @Test
  void triesAgainUntilTheOtherWriterIsThrough() {
    var attempts = new AtomicInteger();

    var done = LockRetry.of(() -> overtaken(attempts, 2));

    assertThat(done).isEqualTo("attempt 3");
  }

  @Test
  void givesUpInTheEnd() {
    var attempts = new AtomicInteger();

    assertThatThrownBy(() -> LockRetry.of(() -> overtaken(attempts, 9)))
        .isInstanceOf(CannotAcquireLockException.class);
    assertThat(attempts).hasValue(3);
  }

  private static String overtaken(AtomicInteger attempts, int times) {
    if (attempts.incrementAndGet() <= times) {
      throw new CannotAcquireLockException("deadlock detected");
    }
    return "attempt " + attempts;
  }
}
