package org.kezhi.transfer;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.kezhi.testing.Api;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings files in through the API, as one user.
public record Uploads(Api api) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// The status and the answer to an upload.
  public record Sent(int status, JsonNode body) {

    String id() {
      return body.path("id").asString();
    }
  }

  public Sent send(String object, String text) {
    return send(object, text, StandardCharsets.UTF_8);
  }

  Sent send(String object, String text, Charset charset) {
    return send(object, "file.csv", text.getBytes(charset));
  }

  Sent send(String object, String name, byte[] bytes) {
    var parts = new LinkedMultiValueMap<String, Object>();
    parts.add("object", object);
    parts.add(
        "file",
        new ByteArrayResource(bytes) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    var result =
        api.client()
            .post()
            .uri(URI.create("/api/imports"))
            .header("Authorization", "Bearer " + api.token())
            .header("Accept-Language", "en")
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .body(parts)
            .exchange()
            .expectBody(String.class)
            .returnResult();
    var body = result.getResponseBody();
    return new Sent(
        result.getStatus().value(),
        JsonMapper.shared().readTree(body == null || body.isEmpty() ? "{}" : body));
  }

  Sent choose(Sent draft, String settings) {
    var answer =
        api.send(
            HttpMethod.PATCH,
            "/api/imports/" + draft.id(),
            "{\"settings\":" + settings + "}",
            null);
    return new Sent(answer.status(), answer.body());
  }

  /// Runs an import and gives it as it is at the end.
  public JsonNode run(Sent draft) {
    var started = api.post("/api/imports/" + draft.id() + "/run", "{}");
    if (started.status() != 202) {
      throw new AssertionError(started.body().toString());
    }
    return end(draft.id());
  }

  public JsonNode undo(String id) {
    var started = api.post("/api/imports/" + id + "/undo", "{}");
    if (started.status() != 202) {
      throw new AssertionError(started.body().toString());
    }
    return end(id);
  }

  JsonNode end(String id) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      var now = api.get("/api/imports/" + id).body();
      if (List.of("done", "failed", "cancelled", "undone")
          .contains(now.get("state").stringValue())) {
        return now;
      }
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
    }
    throw new AssertionError("The import does not end");
  }

  /// Waits until nothing is going on in the background any more.
  public void rest() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      var busy = api.get("/api/jobs").column("state").matches(".*(queued|running).*");
      if (!busy) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
    }
  }

  /// Runs an import with these choices on top of the guessed ones.
  public JsonNode run(String object, String text, String settings) {
    return run(choose(send(object, text), settings));
  }

  /// The counts in one line.
  public static String counts(JsonNode run) {
    var counts = run.get("counts");
    return "%s read, %s created, %s updated, %s skipped, %s bad, %s"
        .formatted(
            counts.get("read"),
            counts.get("created"),
            counts.get("updated"),
            counts.get("skipped"),
            counts.get("bad"),
            run.get("state").stringValue());
  }

  String badRows(String id) {
    return api.client()
        .get()
        .uri(URI.create("/api/imports/" + id + "/bad-rows.csv"))
        .header("Authorization", "Bearer " + api.token())
        .header("Accept-Language", "en")
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }
}
