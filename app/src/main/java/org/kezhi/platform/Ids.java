package org.kezhi.platform;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes identifiers that sort by the time they were made (UUID version 7, RFC 9562).
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static long lastTick;

  private Ids() {}

  public static UUID next() {
    var tick = tick();
    var high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xfff);
    var low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /// Milliseconds with 12 bits of sub-millisecond counter, never the same twice.
  private static synchronized long tick() {
    lastTick = Math.max(System.currentTimeMillis() << 12, lastTick + 1);
    return lastTick;
  }
}
