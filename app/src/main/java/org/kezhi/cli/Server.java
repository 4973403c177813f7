package org.kezhi.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A conversation with the program over its HTTP API.
final class Server implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final RunningProgram program;
  private final @Nullable String actAs;
  private final @Nullable ConfigurableApplicationContext own;

  /// @param own what was started for this conversation and ends with it
  Server(
      RunningProgram program,
      @Nullable String actAs,
      @Nullable ConfigurableApplicationContext own) {
    this.program = program;
    this.actAs = actAs;
    this.own = own;
  }

  JsonNode get(String path) {
    return json(send("GET", path, null));
  }

  JsonNode post(String path, Object body) {
    return json(send("POST", path, body));
  }

  JsonNode patch(String path, Object body) {
    return json(send("PATCH", path, body));
  }

  JsonNode put(String path) {
    return json(send("PUT", path, null));
  }

  String text(String path) {
    return send("GET", path, null).body();
  }

  /// Sends a file as a form would, without holding it in memory.
  JsonNode upload(String path, Path file, String object) {
    var boundary = UUID.randomUUID().toString();
    var name = Objects.requireNonNullElse(file.getFileName(), file).toString();
    var head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="object"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(boundary, object, name.replace("\"", "'"));
    try {
      var body =
          BodyPublishers.concat(
              BodyPublishers.ofString(head),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
      return json(exchange("POST", path, body, "multipart/form-data; boundary=" + boundary));
    } catch (IOException _) {
      throw new CannotDo("The file %s cannot be read. 无法读取该文件。".formatted(file));
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String method, String path, @Nullable Object body) {
    var publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body));
    return exchange(method, path, publisher, "application/json");
  }

  private HttpResponse<String> exchange(
      String method, String path, BodyPublisher body, String type) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + path))
            .method(method, body)
            .header("Authorization", "Bearer " + program.key())
            .header("Accept-Language", language())
            .header("Content-Type", type);
    if (actAs != null) {
      request.header("Kezhi-User", actAs);
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new CannotDo(reason(answer));
      }
      return answer;
    } catch (IOException failure) {
      throw new CannotDo(
          "Kezhi does not answer on port %d (%s). 客至没有响应。"
              .formatted(program.port(), failure.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CannotDo("Interrupted. 已中断。");
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return answer.body().isBlank()
        ? JsonNodeFactory.instance.objectNode()
        : JSON.readTree(answer.body());
  }

  private String reason(HttpResponse<String> answer) {
    if (answer.statusCode() == 401) {
      return actAs == null
          ? "There is no administrator to act as; name a user with --as. 没有可用的管理员，请用 --as 指定用户。"
          : "There is no active user named %s. 没有名为 %s 的有效用户。".formatted(actAs, actAs);
    }
    try {
      var problem = JSON.readTree(answer.body());
      var text = new StringBuilder(problem.path("title").asString("HTTP " + answer.statusCode()));
      if (problem.has("detail")) {
        text.append(": ").append(problem.path("detail").asString());
      }
      for (var error : problem.path("errors")) {
        text.append("\n  ").append(error.path("field").asString());
        text.append(": ").append(error.path("message").asString());
      }
      return text.toString();
    } catch (JacksonException _) {
      return "HTTP " + answer.statusCode();
    }
  }

  private static String language() {
    for (var name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      var set = System.getenv(name);
      if (set != null && !set.isBlank()) {
        return set.startsWith("zh") ? "zh-CN" : "en";
      }
    }
    return "en";
  }

  @Override
  public void close() {
    client.close();
    if (own != null) {
      own.close();
    }
  }

  static void requireFile(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CannotDo("The file %s cannot be read. 无法读取该文件。".formatted(file));
    }
  }
}
