package org.kezhi.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezhi.Kezhi;
import org.springframework.boot.web.server.PortInUseException;

class FailureReportTests {

  @Test
  void namesTheTakenPort() {
    assertThat(message(new PortInUseException(8600)))
        .contains("端口 8600 已被占用", "Port 8600 is taken");
  }

  @Test
  void saysThatTheDiskIsFull() {
    assertThat(message(new SQLException("could not extend file", "53100"))).contains("磁盘已满");
    assertThat(message(new IOException("write: No space left on device"))).contains("disk is full");
  }

  @Test
  void givesTheDeepestReasonOfUnknownFailures() {
    assertThat(message(new IllegalStateException("the reason\nand more")))
        .contains("(the reason)", "log/kezhi.log")
        .doesNotContain("and more");
  }

  @Test
  void endsWithOneSentenceAndAnErrorCode(@TempDir Path folder) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Kezhi.class.getName(), "start");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("KEZHI_DATA", folder.toString());
    builder.environment().put("KEZHI_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/crm");
    var process = builder.start();

    var errors = new String(process.getErrorStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isNotZero();
    assertThat(errors.lines())
        .singleElement()
        .asString()
        .contains("无法连接数据库")
        .contains("cannot be reached");
  }

  private static String message(Throwable cause) {
    return FailureReport.problem(new RuntimeException("wrapped", cause)).getMessage();
  }
}
