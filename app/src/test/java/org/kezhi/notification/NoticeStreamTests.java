package org.kezhi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
@Timeout(60)
class NoticeStreamTests {

  private static final NoticeKind KIND = new NoticeKind("jobDone", Topic.WORK, false);

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Notices notices;
  @Autowired PlatformTransactionManager transactions;
  @LocalServerPort int port;

  @Test
  void tellsOpenScreensAtOnceWhatIsNew() throws IOException, InterruptedException {
    var reader = new People(db, tokens, client).administrator();
    try (var http = HttpClient.newHttpClient();
        var lines = open(http, reader)) {
      assertThat(next(lines)).startsWith("data:{\"count\":0");

      send("one", reader);
      assertThat(next(lines)).startsWith("data:{\"count\":1");

      reader.put("/api/notifications/read-marks", "{\"ids\":[]}");
      assertThat(next(lines)).startsWith("data:{\"count\":0");
    }
  }

  @Test
  void tellsNothingOfWorkThatIsRolledBack() throws IOException, InterruptedException {
    var reader = new People(db, tokens, client).administrator();
    try (var http = HttpClient.newHttpClient();
        var lines = open(http, reader)) {
      assertThat(next(lines)).startsWith("data:{\"count\":0");

      new TransactionTemplate(transactions)
          .executeWithoutResult(status -> {
            notices.send(Notice.of(KIND, "lost", List.of(reader.user())).saying("x"));
            status.setRollbackOnly();
          });
      send("kept", reader);

      assertThat(next(lines)).startsWith("data:{\"count\":1");
    }
  }

  private void send(String key, Api reader) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            _ -> notices.send(Notice.of(KIND, key, List.of(reader.user())).saying("x")));
  }

  private BufferedReader open(HttpClient http, Api reader)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/notifications/events?seconds=50"))
            .header("Authorization", "Bearer " + reader.token())
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader lines) throws IOException {
    var line = lines.readLine();
    while (line != null && !line.startsWith("data:")) {
      line = lines.readLine();
    }
    return line;
  }
}
