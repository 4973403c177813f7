package org.kezhi.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.kezhi.testing.Api;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends files to a record as somebody.
record Sender(Api api, String object, Object record) {

  private static final JsonMapper JSON = JsonMapper.shared();

  Api.Answer announce(String name, long size, String more) {
    var body =
        "{\"object\":\"%s\",\"record\":\"%s\",\"name\":%s,\"size\":%d%s}"
            .formatted(object, record, JSON.writeValueAsString(name), size, more);
    return api.post("/api/uploads", body);
  }

  Api.Answer send(String upload, long offset, byte[] bytes) {
    var result =
        api.client()
            .put()
            .uri(URI.create("/api/uploads/" + upload + "/content?offset=" + offset))
            .header("Authorization", "Bearer " + api.token())
            .header("Accept-Language", "en")
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .body(bytes)
            .exchange()
            .expectBody(String.class)
            .returnResult();
    var text = result.getResponseBody();
    return new Api.Answer(
        result.getStatus().value(),
        text == null ? JSON.createObjectNode() : JSON.readTree(text),
        String.valueOf(result.getResponseHeaders().getContentType()));
  }

  /// Sends a file in one piece and gives its id.
  String attach(String name, byte[] bytes, String more) {
    var upload = announce(name, bytes.length, more);
    if (upload.status() != 201) {
      throw new AssertionError(upload.body().toString());
    }
    var done = send(upload.body().get("id").stringValue(), 0, bytes);
    if (!done.body().path("done").booleanValue(false)) {
      throw new AssertionError(done.body().toString());
    }
    return done.body().get("file").stringValue();
  }

  String attach(String name, String text) {
    return attach(name, text.getBytes(StandardCharsets.UTF_8), "");
  }

  JsonNode files() {
    return api.get("/api/" + object + "s/" + record + "/files").body();
  }

  ExchangeResult download(String path) {
    return api.client()
        .get()
        .uri(URI.create("/api/files/" + path))
        .header("Authorization", "Bearer " + api.token())
        .exchange()
        .expectBody(byte[].class)
        .returnResult();
  }

  String text(String path) {
    var bytes =
        api.client()
            .get()
            .uri(URI.create("/api/files/" + path))
            .header("Authorization", "Bearer " + api.token())
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  Sender as(Api other) {
    return new Sender(other, object, record);
  }

  static Sender to(Api api, String object, UUID record) {
    return new Sender(api, object, record);
  }
}
