package org.kezhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.FILE_CONTENT;
import static org.kezhi.db.Tables.FILE_UPLOAD;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.S3Server;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// All that files do, with a bucket as their store, and what happens while that is away.
@AppTest
class S3FileTests extends FileTests {

  private static final S3Server SERVER = S3Server.start();

  @DynamicPropertySource
  static void useIt(DynamicPropertyRegistry settings) {
    for (var setting : SERVER.settings()) {
      var parts = setting.split("=", 2);
      settings.add(parts[0], () -> parts[1]);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Override
  Path kept(String sha256) {
    return SERVER.kept().resolve("kezhi").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  @Test
  void liesInTheBucketOnly() {
    var sha256 = sha(sender().attach("a.txt", "kept far away"));

    assertThat(kept(sha256)).hasContent("kept far away");
    assertThat(super.kept(sha256)).doesNotExist();
  }

  @Test
  void isHandedOutInPieces() {
    var file = sender().attach("a.txt", "0123456789");

    var part =
        sender()
            .api()
            .client()
            .get()
            .uri(URI.create("/api/files/" + file + "/content"))
            .header("Authorization", "Bearer " + sender().api().token())
            .header("Range", "bytes=4-6")
            .exchange()
            .expectBody(byte[].class)
            .returnResult();
    assertThat(part.getStatus().value()).isEqualTo(206);
    assertThat(part.getResponseBody()).asString().isEqualTo("456");
  }

  @Test
  void drawsPictures() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
    var file = sender().attach("plan.png", bytes.toByteArray(), "");

    assertThat(sender().download(file + "/picture").getStatus().value()).isEqualTo(200);
  }

  @Test
  void losesNothingWhileTheStoreIsAway() {
    var kept = sender().attach("a.txt", "kept");
    var upload = sender().announce("b.txt", 4, "").body().get("id").stringValue();
    SERVER.goAway();
    try {
      var refused = sender().send(upload, 0, "more".getBytes(StandardCharsets.UTF_8));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.slug()).isEqualTo("file-store-away");
      assertThat(sender().api().get("/api/uploads/" + upload).body().get("received").intValue())
          .isEqualTo(4);
      assertThat(sender().download(kept + "/content").getStatus().value()).isEqualTo(503);
      assertThat(sender().api().get("/api/checks").slug()).isEqualTo("file-store-away");
    } finally {
      SERVER.goOn();
    }
    assertThat(sender().send(upload, 4, new byte[0]).body().get("done").booleanValue()).isTrue();
    assertThat(sender().text(kept + "/content")).isEqualTo("kept");
    assertThat(db.fetchCount(FILE_CONTENT)).isEqualTo(2);
    assertThat(db.fetchExists(FILE_UPLOAD, FILE_UPLOAD.DONE.isFalse())).isFalse();
    assertThat(contents.check().broken()).isZero();
  }

  @Test
  void knowsNothingOfWhatElseIsInTheBucket() throws IOException {
    var other = Files.writeString(SERVER.kept().resolve("other"), "not ours");
    tidyUp();

    assertThat(other).hasContent("not ours");
    assertThat(contents.check().broken()).isZero();
  }
}
