package org.kezhi.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP API as one user's program sees it.
public record Api(RestTestClient client, UUID user, String token) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public Answer get(String path) {
    return send(HttpMethod.GET, path, null, null);
  }

  public Answer post(String path, String body) {
    return send(HttpMethod.POST, path, body, null);
  }

  public Answer put(String path, String body) {
    return send(HttpMethod.PUT, path, body, null);
  }

  public Answer patch(String path, long version, String body) {
    return send(HttpMethod.PATCH, path, body, "\"" + version + "\"");
  }

  public Answer delete(String path, long version) {
    return send(HttpMethod.DELETE, path, null, "\"" + version + "\"");
  }

  /// Creates a record and gives its id.
  public String create(String path, String body) {
    var answer = post(path, body);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.body().get("id").stringValue();
  }

  /// The list of records that a filter leaves.
  public Answer list(String path, String filter, String more) {
    return get(path + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8) + more);
  }

  public Answer send(HttpMethod method, String path, String body, String version) {
    var request =
        client
            .method(method)
            .uri(URI.create(path))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en");
    if (version != null) {
      request.header("If-Match", version);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    var result = request.exchange().expectBody(String.class).returnResult();
    var text = result.getResponseBody();
    return new Answer(
        result.getStatus().value(),
        text == null ? JSON.createObjectNode() : JSON.readTree(text),
        String.valueOf(result.getResponseHeaders().getContentType()));
  }

  /// What came back.
  public record Answer(int status, JsonNode body, String contentType) {

    public String slug() {
      return body.path("type").asString().replace("/problems/", "");
    }

    /// The codes of the fields that are wrong, such as `name:required`.
    public String errors() {
      var errors = new StringBuilder();
      for (var error : body.path("errors")) {
        errors
            .append(errors.isEmpty() ? "" : " ")
            .append(error.get("field").stringValue())
            .append(':')
            .append(error.get("code").stringValue());
      }
      return errors.toString();
    }

    /// One field of every item, joined by commas.
    public String column(String name) {
      var values = new StringBuilder();
      for (var item : body.path("items")) {
        values.append(values.isEmpty() ? "" : ",").append(item.path(name).asString("-"));
      }
      return values.toString();
    }
  }
}
