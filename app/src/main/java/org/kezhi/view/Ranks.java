package org.kezhi.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds numbers between two others, with as few digits as there is room for.
final class Ranks {

  private Ranks() {}

  /// So many ranks in ascending order behind one and before another, where these are.
  static List<BigDecimal> between(
      @Nullable BigDecimal after, @Nullable BigDecimal before, int count) {
    var first = first(after, before, count);
    var step = before == null || after == null ? BigDecimal.ONE : step(after, before, count);
    return IntStream.range(0, count)
        .mapToObj(i -> first.add(step.multiply(BigDecimal.valueOf(i))))
        .toList();
  }

  private static BigDecimal first(
      @Nullable BigDecimal after, @Nullable BigDecimal before, int count) {
    if (after == null) {
      return before == null ? BigDecimal.ONE : before.subtract(BigDecimal.valueOf(count));
    }
    return after.add(before == null ? BigDecimal.ONE : step(after, before, count));
  }

  private static BigDecimal step(BigDecimal after, BigDecimal before, int count) {
    var room = before.subtract(after);
    var parts = BigDecimal.valueOf(count + 1L);
    var scale = 0;
    while (room.divide(parts, scale, RoundingMode.DOWN).signum() == 0) {
      scale++;
    }
    return room.divide(parts, scale, RoundingMode.DOWN);
  }
}
