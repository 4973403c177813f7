package org.kezhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.FILE_CONTENT;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Files that are too large, misnamed, broken or hostile.
@AppTest
class BadFileTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Arriving arriving;

  @Value("${local.server.port}")
  int port;

  private Api admin;
  private Sender sender;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    var customer = UUID.fromString(admin.create("/api/customers", "{\"name\":\"Lantern\"}"));
    sender = Sender.to(admin, "customer", customer);
  }

  @Test
  void refusesWhatIsTooLargeBeforeItIsSent() {
    var refused = sender.announce("disk.iso", 2L << 30, "");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.slug()).isEqualTo("file-too-large");
    assertThat(refused.body().get("detail").stringValue()).contains("512 MB");
    assertThat(sender.announce("none", -1, "").errors()).isEqualTo("size:invalid");
    assertThat(admin.put("/api/file-settings", "{\"largest\":68719476736}").status())
        .isEqualTo(200);
    assertThat(sender.announce("disk.iso", 2L << 30, "").status()).isEqualTo(201);
    assertThat(sender.announce("universe", 60L << 40, "").slug()).isEqualTo("file-too-large");
  }

  @Test
  void refusesMoreThanWasAnnounced() throws IOException {
    var upload = id(sender.announce("a", 4, ""));
    assertThat(sender.send(upload, 0, "12345".getBytes()).slug()).isEqualTo("upload-too-long");

    var chunked =
        raw(
            "PUT /api/uploads/%s/content?offset=0 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
                .formatted(upload),
            "5\r\n12345\r\n0\r\n\r\n");
    assertThat(chunked).startsWith("HTTP/1.1 413");
    assertThat(arriving.size(UUID.fromString(upload))).isZero();
    assertThat(sender.send(upload, 0, "1234".getBytes()).body().get("done").booleanValue())
        .isTrue();
  }

  @Test
  void keepsWhatHasComeWhenTheLineBreaks() throws IOException {
    var upload = id(sender.announce("a", 100_000, ""));
    try (var socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              head("PUT /api/uploads/%s/content?offset=0 HTTP/1.1\r\nContent-Length: 100000\r\n"
                      .formatted(upload))
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(new byte[70_000]);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }

    var received = admin.get("/api/uploads/" + upload).body().get("received").intValue();
    assertThat(received).isBetween(1, 70_000);
    var rest = sender.send(upload, received, new byte[100_000 - received]);
    assertThat(rest.body().get("done").booleanValue()).isTrue();
  }

  @Test
  void saysThatTheDiskIsFullAndStoresNothing() throws IOException {
    var upload = id(sender.announce("a", 4, ""));
    Files.createSymbolicLink(arriving.path(UUID.fromString(upload)), Path.of("/dev/full"));

    var refused = sender.send(upload, 0, "1234".getBytes());

    assertThat(refused.status()).isEqualTo(507);
    assertThat(refused.slug()).isEqualTo("storage-full");
    assertThat(db.fetchCount(ATTACHMENT) + db.fetchCount(FILE_CONTENT)).isZero();
    Files.delete(arriving.path(UUID.fromString(upload)));
    assertThat(sender.send(upload, 0, "1234".getBytes()).body().get("done").booleanValue())
        .isTrue();
  }

  @Test
  void noticesDamageOnTheWay() {
    var upload = id(sender.announce("a", 1, ",\"sha256\":\"" + "0".repeat(64) + "\""));

    assertThat(sender.send(upload, 0, "x".getBytes()).slug()).isEqualTo("file-damaged");
    assertThat(admin.get("/api/uploads/" + upload).body().get("received").intValue()).isZero();
    assertThat(sender.announce("a", 1, ",\"sha256\":\"zz\"").errors()).isEqualTo("sha256:invalid");
  }

  @Test
  void takesNamesThatAreSafe() {
    assertThat(FileNames.of("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileNames.of("C:\\fakepath\\报价单.xlsx")).isEqualTo("报价单.xlsx");
    assertThat(FileNames.of("a\u202Efdp.exe\r\n\0")).isEqualTo("afdp.exe");
    assertThat(FileNames.of("..")).isEqualTo("file");
    assertThat(FileNames.of("👩‍👩‍👧‍👦.png")).isEqualTo("👩‍👩‍👧‍👦.png");
    assertThat(FileNames.of("客".repeat(255))).hasSize(255);
    assertThat(sender.announce("客".repeat(256), 1, "").errors()).isEqualTo("name:tooLong");
    assertThat(sender.announce(" ", 1, "").errors()).isEqualTo("name:invalid");
  }

  @Test
  void handsNothingOutThatABrowserWouldRun() {
    var page = "<html><script>alert(1)</script>";
    var file = sender.attach("a\"b;报价.html", page);
    var download = sender.download(file + "/content");
    var headers = download.getResponseHeaders();

    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(headers.getFirst("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''a%22b%3B%E6%8A%A5%E4%BB%B7.html");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.get("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
    assertThat(sender.text(file + "/content")).isEqualTo(page);
    assertThat(sender.download(file + "/pdf").getStatus().value()).isEqualTo(422);
    assertThat(sender.download(file + "/picture").getStatus().value()).isEqualTo(422);

    var notReally = sender.attach("real.pdf", page);
    assertThat(sender.download(notReally + "/pdf").getStatus().value()).isEqualTo(422);
    var pdf = sender.download(sender.attach("x.pdf", "%PDF-1.7\n") + "/pdf").getResponseHeaders();
    assertThat(pdf.get("X-Frame-Options")).containsExactly("SAMEORIGIN");
    assertThat(pdf.getFirst("Content-Security-Policy")).contains("frame-ancestors 'self'");
  }

  @Test
  void drawsPicturesAnew() throws IOException {
    var picture = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 400, 400);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    bytes.write("<script>hidden</script>".getBytes());
    var file = sender.attach("photo.jpg", sideways(bytes.toByteArray()), "");

    assertThat(admin.get("/api/files/" + file).body().get("preview").stringValue())
        .isEqualTo("image");
    var shown = sender.text(file + "/picture");
    assertThat(shown).doesNotContain("hidden");
    var drawn = picture(file + "/picture");
    assertThat(drawn.getWidth()).isEqualTo(120);
    assertThat(drawn.getHeight()).isEqualTo(240);
    assertThat(new Color(drawn.getRGB(60, 30)).getRed()).isGreaterThan(200);
    assertThat(new Color(drawn.getRGB(60, 210)).getRed()).isLessThan(50);
    assertThat(picture(file + "/picture?large=true").getHeight()).isEqualTo(800);
  }

  @Test
  void drawsNoPictureOfTooManyPixels() {
    var bomb = sender.attach("bomb.png", png(60_000, 60_000), "");
    var cut = sender.attach("cut.png", png(10, 10), "");

    assertThat(admin.get("/api/files/" + bomb).body().get("type").stringValue())
        .isEqualTo("image/png");
    assertThat(sender.download(bomb + "/picture").getStatus().value()).isEqualTo(422);
    assertThat(sender.download(cut + "/picture").getStatus().value()).isEqualTo(422);
  }

  private BufferedImage picture(String path) throws IOException {
    var bytes =
        client
            .get()
            .uri("/api/files/" + path)
            .header("Authorization", "Bearer " + admin.token())
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return ImageIO.read(new java.io.ByteArrayInputStream(bytes));
  }

  /// As a phone writes it that was held upright: turn by a quarter to see it.
  private static byte[] sideways(byte[] jpeg) {
    var exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes());
    exif.put("MM\0*".getBytes()).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
    exif.putShort((short) 0).putInt(0);
    var all = ByteBuffer.allocate(jpeg.length + 36);
    all.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
    return all.array();
  }

  /// A picture that says how large it is and has nothing else.
  private static byte[] png(int width, int height) {
    var head = ByteBuffer.allocate(17).put("IHDR".getBytes()).putInt(width).putInt(height);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var sum = new CRC32();
    sum.update(head.array());
    var png = ByteBuffer.allocate(8 + 4 + 17 + 4);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    return png.putInt(13).put(head.array()).putInt((int) sum.getValue()).array();
  }

  private String head(String request) {
    return request + "Host: localhost\r\nAuthorization: Bearer " + admin.token() + "\r\n\r\n";
  }

  private String raw(String request, String body) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write((head(request) + body).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }
  }

  private static String id(Api.Answer upload) {
    assertThat(upload.status()).as(upload.body().toString()).isEqualTo(201);
    return upload.body().get("id").stringValue();
  }
}
