package org.kezhi.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers for two seconds what every request asks for, so that few requests read it from the
/// database and what changes on another node is known here within that time.
public final class Remembered<K, V extends @Nullable Object> {

  private static final long MEMORY = Duration.ofSeconds(2).toNanos();
  private static final int MOST = 10_000;

  private final Function<K, V> read;
  private final Map<K, Known<V>> known = new ConcurrentHashMap<>();

  public Remembered(Function<K, V> read) {
    this.read = read;
  }

  public V get(K key) {
    var found = known.get(key);
    if (found == null || System.nanoTime() - found.at > MEMORY) {
      if (known.size() > MOST) {
        known.clear();
      }
      found = new Known<>(System.nanoTime(), read.apply(key));
      known.put(key, found);
    }
    return found.value;
  }

  /// Forgets everything, after it was changed here.
  public void forget() {
    known.clear();
  }

  private record Known<V extends @Nullable Object>(long at, V value) {}
}
