package org.kezhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezhi.platform.Problem;
import org.springframework.core.io.Resource;

/// What every store does.
abstract class StoreContract {

  @TempDir Path folder;

  private ContentStore store;
  private String sha256;

  abstract ContentStore open();

  @BeforeEach
  void begin() {
    store = open();
    var hash = new byte[32];
    new Random().nextBytes(hash);
    sha256 = HexFormat.of().formatHex(hash);
  }

  @Test
  void givesBackWhatItKeeps() throws IOException {
    for (var content : new byte[][] {{}, "一".getBytes(StandardCharsets.UTF_8), bytes(300_000)}) {
      store.keep(file(content), sha256);

      assertThat(store.size(sha256)).hasValue(content.length);
      assertThat(store.get(sha256).getContentAsByteArray()).isEqualTo(content);
      assertThat(store.get(sha256).contentLength()).isEqualTo(content.length);
      store.delete(sha256);
      assertThat(store.size(sha256)).isEmpty();
    }
  }

  @Test
  void readsFromAnyPlace() throws IOException {
    var content = bytes(200_000);
    store.keep(file(content), sha256);

    assertThat(from(store.get(sha256), 199_990))
        .isEqualTo(Arrays.copyOfRange(content, 199_990, 200_000));
    assertThat(from(store.get(sha256), 0)).isEqualTo(content);
    assertThat(from(store.get(sha256), 200_000)).isEmpty();
    try (var in = store.get(sha256).getInputStream()) {
      assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOf(content, 10));
    }
  }

  @Test
  void leavesWhatIsThereAndReplacesWhatIsCutOff() throws IOException {
    store.keep(file("cut".getBytes(StandardCharsets.UTF_8)), sha256);
    store.keep(file("whole".getBytes(StandardCharsets.UTF_8)), sha256);
    store.keep(file("WHOLE".getBytes(StandardCharsets.UTF_8)), sha256);

    assertThat(store.get(sha256).getContentAsByteArray()).asString().isEqualTo("whole");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(store.size(sha256)).isEmpty();
    assertThatThrownBy(() -> store.get(sha256))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.type()).isEqualTo(FileProblem.CONTENT_MISSING));
    store.delete(sha256);
  }

  @Test
  void listsAPlaceWithSizesAndTimes() throws IOException {
    var other = sha256.substring(0, 2) + "0".repeat(62);
    var elsewhere = (sha256.startsWith("00") ? "01" : "00") + sha256.substring(2);
    store.keep(file(bytes(10)), sha256);
    store.keep(file(bytes(20)), other);
    store.keep(file(bytes(30)), elsewhere);

    var there = store.in(sha256.substring(0, 2));
    assertThat(there)
        .extracting(kept -> kept.name() + " " + kept.size())
        .containsExactlyInAnyOrder(sha256 + " 10", other + " 20");
    assertThat(there)
        .allSatisfy(kept ->
            assertThat(Duration.between(kept.since(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(5)));
  }

  @Test
  void keepsTheSameContentFromManyAtOnce() throws Exception {
    var content = bytes(50_000);
    var sealed = file(content);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 6)
              .<Future<?>>mapToObj(_ -> threads.submit(() -> store.keep(sealed, sha256)))
              .toList();
      var kept = 0;
      for (var one : all) {
        one.get();
        kept++;
      }
      assertThat(kept).isEqualTo(6);
    }

    assertThat(store.get(sha256).getContentAsByteArray()).isEqualTo(content);
    assertThat(store.in(sha256.substring(0, 2))).hasSize(1);
  }

  static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "sealed", ""), content);
  }

  ContentStore store() {
    return store;
  }

  String sha256() {
    return sha256;
  }

  private static byte[] from(Resource content, long offset) throws IOException {
    try (var in = content.getInputStream()) {
      in.skipNBytes(offset);
      return in.readAllBytes();
    }
  }
}
