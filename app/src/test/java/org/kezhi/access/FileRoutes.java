package org.kezhi.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Position;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes of files: whoever reads the record reads them, whoever changes the
/// record changes them, and nobody knows of what another is sending.
final class FileRoutes {

  private final Company company;
  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  FileRoutes(Company company) {
    this.company = company;
    file("GET /api/files/{id}", null, 200, false);
    file("GET /api/files/{id}/content", null, 410, false);
    file("GET /api/files/{id}/picture", null, 422, false);
    file("GET /api/files/{id}/pdf", null, 422, false);
    file("PATCH /api/files/{id}", "{\"kind\":\"file\"}", 200, true);
    file("DELETE /api/files/{id}", null, 204, true);
    file("PUT /api/files/{id}/restoration", null, 200, true);
    rules.put("POST /api/uploads", this::announced);
    upload("GET /api/uploads/{id}", null, 200);
    upload("DELETE /api/uploads/{id}", null, 204);
    rules.put("PUT /api/uploads/{id}/content", this::sent);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  private void file(String route, @Nullable String body, int status, boolean changes) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var place : Place.values()) {
            var path = words[1].replace("{id}", company.file(place).toString());
            var expected = changes ? changed(caller, place, status) : read(caller, place, status);
            probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, body, expected));
          }
          return probes;
        });
  }

  private static int read(Caller caller, Place place, int status) {
    return caller.isStranger() ? 401 : caller.reads("customer").includes(place) ? status : 404;
  }

  private static int changed(Caller caller, Place place, int status) {
    var seen = read(caller, place, status);
    return seen == status && !caller.changes("customer").includes(place) ? 403 : seen;
  }

  private List<Probe> announced(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var body =
          "{\"object\":\"customer\",\"record\":\"%s\",\"name\":\"a\",\"size\":1}"
              .formatted(company.record("customer", place));
      var status = changed(caller, place, 201);
      probes.add(Probe.of(HttpMethod.POST, "/api/uploads", body, status));
    }
    return probes;
  }

  private void upload(String route, @Nullable String body, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var owner : List.of(Position.ADMINISTRATOR, Position.SALES)) {
            var path = words[1].replace("{id}", company.upload(owner, Place.OWN).toString());
            var expected = own(caller, owner, status);
            probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, body, expected));
          }
          return probes;
        });
  }

  private static int own(Caller caller, Position owner, int status) {
    var knows = caller.position() == owner && caller.reads("customer") != Reach.NOTHING;
    return caller.isStranger() ? 401 : knows ? status : 404;
  }

  private List<Probe> sent(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var owner : List.of(Position.ADMINISTRATOR, Position.SALES)) {
      for (var place : Place.values()) {
        UUID upload = company.upload(owner, place);
        var known = own(caller, owner, 200);
        var status = known == 200 ? changed(caller, place, 200) : known;
        var path = "/api/uploads/" + upload + "/content?offset=0";
        probes.add(Probe.of(HttpMethod.PUT, path, "1", status));
      }
    }
    return probes;
  }
}
