import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Runs one action from several clients for a while and tells how long each took. */
record Load(int clients, int seconds) {

  Result run(IntFunction<Callable<Integer>> action) throws Exception {
    measure(action, seconds); // to warm up
    return measure(action, seconds);
  }

  private Result measure(IntFunction<Callable<Integer>> action, int duration) throws Exception {
    var until = System.nanoTime() + duration * 1_000_000_000L;
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<java.util.concurrent.Future<long[]>>();
      for (var client = 0; client < clients; client++) {
        var call = action.apply(client);
        running.add(threads.submit(() -> repeat(call, until)));
      }
      var all = new long[0];
      for (var times : running) {
        var more = times.get();
        var joined = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, joined, all.length, more.length);
        all = joined;
      }
      Arrays.sort(all);
      return new Result(all, duration);
    }
  }

  private static long[] repeat(Callable<Integer> call, long until) throws Exception {
    var times = new long[1024];
    var n = 0;
    while (System.nanoTime() < until) {
      var start = System.nanoTime();
      var status = call.call();
      if (status >= 300) {
        throw new IllegalStateException("answered " + status);
      }
      if (n == times.length) {
        times = Arrays.copyOf(times, n * 2);
      }
      times[n++] = System.nanoTime() - start;
    }
    return Arrays.copyOf(times, n);
  }

  /** The times of all calls in nanoseconds, sorted. */
  record Result(long[] times, int seconds) {

    double millis(double share) {
      return times.length == 0 ? 0 : times[(int) Math.min(times.length - 1, times.length * share)] / 1e6;
    }

    double perSecond() {
      return (double) times.length / seconds;
    }

    @Override
    public String toString() {
      return "p50 %.1f ms, p99 %.1f ms, %.0f/s".formatted(millis(0.5), millis(0.99), perSecond());
    }
  }
}
