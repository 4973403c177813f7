package org.kezhi.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kezhi.access.Caller.Position;
import org.springframework.http.HttpMethod;

/// What must come of the routes of stored mappings and of templates: whoever may import a kind of
/// record has templates of it and keeps mappings; what is shared is for all of them.
final class MappingRoutes {

  private final Company company;
  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  MappingRoutes(Company company) {
    this.company = company;
    rules.put(
        "GET /api/import-mappings",
        caller -> List.of(Probe.get("/api/import-mappings", known(caller, 200))));
    rules.put("POST /api/import-mappings", this::saved);
    rules.put("GET /api/import-mappings/{id}", caller -> one(caller, HttpMethod.GET));
    rules.put("DELETE /api/import-mappings/{id}", caller -> one(caller, HttpMethod.DELETE));
    template("GET /api/import-templates/{object}/csv");
    template("GET /api/import-templates/{object}/xlsx");
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  private static int known(Caller caller, int status) {
    return caller.isStranger() ? 401 : status;
  }

  private List<Probe> saved(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var object : List.of("customer", "product", "user")) {
      for (var shared : List.of(true, false)) {
        var body =
            """
            {"object":"%s","name":"m","shared":%s,"headers":["A"],"settings":
             {"mapping":{"name":"A"},"policy":"skip","createMissing":[],"dateOrder":"mdy"}}
            """
                .formatted(object, shared);
        var may = caller.mayImport(object) && (!shared || caller.mayAdministerSettings());
        probes.add(
            Probe.of(
                HttpMethod.POST, "/api/import-mappings", body, known(caller, may ? 201 : 403)));
      }
    }
    return probes;
  }

  private List<Probe> one(Caller caller, HttpMethod method) {
    var probes = new ArrayList<Probe>();
    for (var owner : List.of(Position.ADMINISTRATOR, Position.MANAGER)) {
      for (var shared : List.of(true, false)) {
        var path = "/api/import-mappings/" + company.mapping(owner, shared);
        var owns = caller.position() == owner;
        var sees = caller.mayImport("customer") && (owns || shared);
        var deletes = owns || caller.mayAdministerSettings();
        var done = method == HttpMethod.GET ? 200 : deletes ? 204 : 403;
        probes.add(Probe.of(method, path, null, known(caller, sees ? done : 404)));
      }
    }
    return probes;
  }

  private void template(String route) {
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var object : List.of("customer", "product", "user")) {
            var path = route.substring("GET ".length()).replace("{object}", object);
            probes.add(Probe.get(path, known(caller, caller.mayImport(object) ? 200 : 404)));
          }
          return probes;
        });
  }
}
