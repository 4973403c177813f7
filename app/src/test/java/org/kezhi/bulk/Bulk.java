package org.kezhi.bulk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.kezhi.testing.Api;
import tools.jackson.databind.JsonNode;

/// Changes many records through the API, as one user.
record Bulk(Api api) {

  private static final String RUNS = "/api/bulk-runs";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static String all(String object, String filter, String changes) {
    return "{\"object\":\"%s\",\"action\":\"edit\",\"all\":true,\"filter\":%s,\"changes\":%s}"
        .formatted(object, filter, changes);
  }

  static String some(String object, List<String> ids, String changes) {
    return "{\"object\":\"%s\",\"action\":\"edit\",\"ids\":%s,\"changes\":%s}"
        .formatted(object, json(ids), changes);
  }

  static String deletion(String object, List<String> ids) {
    return "{\"object\":\"%s\",\"action\":\"delete\",\"ids\":%s}".formatted(object, json(ids));
  }

  static String pasted(String object, List<String> ids, String block) {
    return "{\"object\":\"%s\",\"action\":\"paste\",\"ids\":%s,\"block\":%s}"
        .formatted(object, json(ids), block);
  }

  private static String json(List<String> ids) {
    return "[\"" + String.join("\",\"", ids) + "\"]";
  }

  Api.Answer preview(String order) {
    return api.post(RUNS + "/preview", order);
  }

  /// How many records match, change, are so already, are refused and are gone.
  static String counts(Api.Answer preview) {
    var body = preview.body();
    return "%s %s %s %s %s"
        .formatted(
            body.get("matching"),
            body.get("changed"),
            body.get("same"),
            body.get("refused"),
            body.get("gone"));
  }

  String start(String order) {
    var answer = api.post(RUNS, order);
    if (answer.status() != 202) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.body().get("id").stringValue();
  }

  /// Does it, and gives the run as it is at the end.
  JsonNode run(String order) {
    return end(start(order));
  }

  JsonNode undo(JsonNode run) {
    var id = run.get("id").stringValue();
    var answer = api.post(RUNS + "/" + id + "/undo", "{}");
    if (answer.status() != 202) {
      throw new AssertionError(answer.body().toString());
    }
    return end(id);
  }

  Api.Answer failures(JsonNode run) {
    return api.get(RUNS + "/" + run.get("id").stringValue() + "/failures");
  }

  JsonNode end(String id) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      var now = api.get(RUNS + "/" + id).body();
      if (List.of("done", "failed", "cancelled", "undone").contains(now.get("state").asString())) {
        return now;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("The run does not end");
  }

  /// What came of it in one line.
  static String outcome(JsonNode run) {
    var counts = run.get("counts");
    return "%s %s changed %s same %s refused %s gone %s failed %s undone %s kept"
        .formatted(
            run.get("state").stringValue(),
            counts.get("changed"),
            counts.get("same"),
            counts.get("refused"),
            counts.get("gone"),
            counts.get("failed"),
            counts.get("undone"),
            counts.get("kept"));
  }
}
