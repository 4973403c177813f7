package org.kezhi.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Position;
import org.springframework.http.HttpMethod;

/// What must come of the routes of exports: whoever may export a kind of record may have it as a
/// file, and nobody has the files of others.
final class ExportRoutes {

  private final Company company;
  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  ExportRoutes(Company company) {
    this.company = company;
    rules.put(
        "GET /api/exports",
        caller -> List.of(Probe.get("/api/exports", caller.isStranger() ? 401 : 200)));
    rules.put("POST /api/exports", this::started);
    own("GET /api/exports/{id}", null, 200);
    own("GET /api/exports/{id}/content", null, 409);
    own("DELETE /api/exports/{id}", null, 204);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  private List<Probe> started(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var object : List.of("customer", "product", "user")) {
      var body = "{\"object\":\"%s\",\"format\":\"csv\"}".formatted(object);
      var status = caller.isStranger() ? 401 : caller.mayExport(object) ? 202 : 403;
      probes.add(Probe.of(HttpMethod.POST, "/api/exports", body, status));
    }
    return probes;
  }

  private void own(String route, @Nullable String body, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var owner : List.of(Position.ADMINISTRATOR, Position.SALES)) {
            var path = words[1].replace("{id}", company.export(owner).toString());
            var knows = caller.position() == owner && caller.mayExport("customer");
            var expected = caller.isStranger() ? 401 : knows ? status : 404;
            probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, body, expected));
          }
          return probes;
        });
  }
}
