package org.kezhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kezhi.database.StartProblem;
import org.kezhi.platform.Problem;
import org.kezhi.testing.S3Server;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket as a store, and what it says when it cannot be one.
class S3StoreTests extends StoreContract {

  private static final int SMALLEST_PART = 5 << 20;

  private static S3Server server;

  /// Each test has a folder of its own.
  private final String prefix = UUID.randomUUID().toString();

  @BeforeAll
  static void startServer() {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  ContentStore open() {
    return S3Store.open(settings(), SMALLEST_PART);
  }

  @Test
  void sendsLongFilesInParts() throws IOException {
    var content = bytes(2 * SMALLEST_PART + 17);
    store().keep(file(content), sha256());

    assertThat(store().get(sha256()).getContentAsByteArray()).isEqualTo(content);
    assertThat(store().in(sha256().substring(0, 2))).hasSize(1);
  }

  @Test
  void showsAndThrowsAwayWhatWasBegunAndNotEnded() {
    var key = prefix + "/" + sha256().substring(0, 2) + "/" + sha256();
    try (var client = client()) {
      client.createMultipartUpload(object -> object.bucket(S3Server.BUCKET).key(key));
    }

    var left = store().in(sha256().substring(0, 2));
    assertThat(left)
        .extracting(ContentStore.Kept::name)
        .containsExactly(sha256() + ContentStore.UNFINISHED);
    assertThat(left.getFirst().sha256()).isEqualTo(sha256());
    store().delete(left.getFirst().name());
    assertThat(store().in(sha256().substring(0, 2))).isEmpty();
  }

  @Test
  void saysThatItIsAwayAndComesBack() throws IOException {
    var content = bytes(1_000);
    store().keep(file(content), sha256());
    server.goAway();
    try {
      var questions =
          List.<Runnable>of(
              () -> store().size(sha256()),
              () -> store().get(sha256()),
              () -> store().delete(sha256()),
              () -> store().in("00"));
      for (var question : questions) {
        assertThatThrownBy(question::run)
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(FileProblem.STORE_AWAY));
      }
    } finally {
      server.goOn();
    }
    assertThat(store().get(sha256()).getContentAsByteArray()).isEqualTo(content);
  }

  @Test
  void liesUnderTheNamesOfTheDataFolder() throws IOException {
    store().keep(file(bytes(10)), sha256());

    var folder = new FolderStore(server.kept().resolve(prefix));
    assertThat(folder.get(sha256()).getContentAsByteArray()).isEqualTo(bytes(10));
  }

  @Test
  void saysInOneSentenceWhatIsWrongAtTheStart() {
    var right = settings();
    assertThat(startOf(right)).isEmpty();
    assertThat(startOf(with(right, "nobody", right.secretKey(), right.bucket())))
        .contains("refuses the access key")
        .contains("不接受所给的访问密钥");
    assertThat(startOf(with(right, right.accessKey(), "wrong", right.bucket())))
        .contains("refuses the access key");
    assertThat(startOf(with(right, right.accessKey(), right.secretKey(), "nowhere")))
        .contains("/nowhere does not exist");
    assertThat(startOf(with(right, right.accessKey(), right.secretKey(), null)))
        .contains("KEZHI_FILES_S3_BUCKET is missing");
    assertThat(startOf(at("http://127.0.0.1:1"))).contains("cannot be reached (Connection refused");
    assertThat(startOf(at("ftp://x"))).contains("is no http(s) address");
    assertThat(startOf(at("nonsense"))).contains("is no http(s) address");
    assertThat(Stream.of(startOf(at("http://127.0.0.1:1")).split("\n"))).hasSize(1);
  }

  @Test
  void leavesNothingBehindWhenItStarts() throws IOException {
    assertThat(startOf(settings())).isEmpty();

    try (var all = Files.walk(server.kept())) {
      assertThat(all.map(file -> file.getFileName().toString())).doesNotContain("kezhi-probe");
    }
  }

  private static String startOf(S3Settings settings) {
    try (var store = S3Store.open(settings)) {
      store.size("00".repeat(32));
      return "";
    } catch (StartProblem problem) {
      return problem.getMessage();
    }
  }

  private S3Settings settings() {
    return at(server.address());
  }

  private S3Settings at(String address) {
    return new S3Settings(
        address,
        S3Server.BUCKET,
        null,
        S3Server.ACCESS_KEY,
        S3Server.SECRET_KEY,
        "/" + prefix + "/",
        null);
  }

  private static S3Settings with(S3Settings one, String access, String secret, String bucket) {
    return new S3Settings(one.endpoint(), bucket, null, access, secret, one.prefix(), null);
  }

  private S3Client client() {
    return S3Connection.to(settings().place(), true);
  }
}
