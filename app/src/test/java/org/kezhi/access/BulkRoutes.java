package org.kezhi.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Position;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes that change many records at once.
final class BulkRoutes {

  private static final String RUNS = "/api/bulk-runs";

  private final Company company;
  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  BulkRoutes(Company company) {
    this.company = company;
    order("POST " + RUNS + "/preview", 200);
    order("POST " + RUNS, 202);
    run("GET " + RUNS + "/{id}", 200, true);
    run("GET " + RUNS + "/{id}/failures", 200, true);
    run("GET " + RUNS + "/{id}/failures.csv", 200, true);
    run("PUT " + RUNS + "/{id}/cancellation", 409, false);
    run("POST " + RUNS + "/{id}/undo", 202, false);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  /// Orders about a record that is not there, so that nothing is changed for other callers.
  private void order(String route, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var object : Company.OBJECTS) {
            var edit = ",\"changes\":{\"%s\":\"x\"}".formatted(Company.titleField(object));
            probes.add(
                probe(
                    caller,
                    words[1],
                    body(object, "edit", edit),
                    status(caller, object, caller.changes(object), status)));
            probes.add(
                probe(
                    caller,
                    words[1],
                    body(object, "delete", ""),
                    status(caller, object, caller.deletes(object), status)));
          }
          return probes;
        });
  }

  private static String body(String object, String action, String more) {
    return "{\"object\":\"%s\",\"action\":\"%s\",\"ids\":[\"%s\"]%s}"
        .formatted(object, action, UUID.randomUUID(), more);
  }

  private static Probe probe(Caller caller, String path, @Nullable String body, int status) {
    return Probe.of(HttpMethod.POST, path, body, caller.isStranger() ? 401 : status);
  }

  private static int status(Caller caller, String object, Reach may, int status) {
    if (caller.reads(object) == Reach.NOTHING) {
      return 404;
    }
    return may == Reach.NOTHING ? 403 : status;
  }

  /// Runs over customers that are done.
  private void run(String route, int status, boolean isReading) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var owner : List.of(Position.ADMINISTRATOR, Position.SALES)) {
            var sees =
                caller.reads("customer") != Reach.NOTHING
                    && (caller.position() == owner || caller.mayAdministerJobs());
            var may = isReading || caller.writes("customer") ? status : 403;
            var path = words[1].replace("{id}", company.bulkRun(owner).toString());
            var expected = caller.isStranger() ? 401 : sees ? may : 404;
            probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, null, expected));
          }
          return probes;
        });
  }
}
