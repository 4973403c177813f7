package org.kezhi.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes by which records become one.
final class MergeRoutes {

  private static final Set<String> SETTINGS = Set.of("user", "role", "unit");

  private final Company company;
  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  MergeRoutes(Company company) {
    this.company = company;
    rules.put("POST /api/{path}/merges/preview", caller -> merges(caller, "/preview", 200));
    rules.put("POST /api/{path}/merges", caller -> merges(caller, "", 201));
    rules.put("GET /api/{path}/{id}/merges", this::done);
    rules.put("POST /api/merges/{id}/undo", this::undone);
    rules.put("POST /api/{path}/duplicates", this::typed);
    rules.put("GET /api/{path}/duplicates", this::found);
    rules.put("POST /api/{path}/duplicates/dismissals", this::dismissed);
    rules.put("POST /api/duplicate-scans", MergeRoutes::scanned);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  /// Whoever merges must be able to change all and to delete those that go.
  private List<Probe> merges(Caller caller, String part, int status) {
    var probes = new ArrayList<Probe>();
    for (var object : Company.OBJECTS) {
      for (var place : Place.values()) {
        var one = company.fresh(object, place);
        var body =
            "{\"survivor\":\"%1$s\",\"records\":[{\"id\":\"%1$s\",\"version\":1},{\"id\":\"%2$s\",\"version\":1}]}"
                .formatted(one, company.fresh(object, place));
        var expected = SETTINGS.contains(object) ? 409 : status;
        probes.add(
            probe(POST, object, "/merges" + part, body, of(caller, object, place, expected)));
      }
    }
    return probes;
  }

  private List<Probe> done(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var object : Company.OBJECTS) {
      for (var place : Place.values()) {
        var part = "/" + company.record(object, place) + "/merges";
        var status = caller.reads(object).includes(place) ? 200 : 404;
        probes.add(probe(GET, object, part, null, caller.isStranger() ? 401 : status));
      }
    }
    return probes;
  }

  private List<Probe> undone(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var path = "/api/merges/" + company.merge(place) + "/undo";
      probes.add(Probe.of(POST, path, null, of(caller, "customer", place, 200)));
    }
    return probes;
  }

  /// Whoever types the phone of a record out of sight learns a masked name, if they may make one.
  private List<Probe> typed(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var body = "{\"values\":{\"email\":\"%s\"}}".formatted(Company.email(place));
      var status =
          caller.isStranger() ? 401 : caller.reads("customer") == Reach.NOTHING ? 404 : 200;
      var sees = caller.reads("customer").includes(place);
      var hears = caller.creates("customer");
      probes.add(
          probe(POST, "customer", "/duplicates", body, status)
              .answering(text ->
                  status != 200
                      || text.contains("like-" + place) == sees
                          && text.contains("l***") == (!sees && hears)));
    }
    return probes;
  }

  private List<Probe> found(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var object : Company.OBJECTS) {
      var status = caller.isStranger() ? 401 : caller.reads(object) == Reach.NOTHING ? 404 : 200;
      var probe = probe(GET, object, "/duplicates", null, status);
      probes.add(
          "customer".equals(object)
              ? probe.answering(text -> status != 200 || namesPairs(caller, text))
              : probe);
    }
    return probes;
  }

  private static boolean namesPairs(Caller caller, String text) {
    for (var place : Place.values()) {
      if (text.contains("like-" + place) != caller.reads("customer").includes(place)) {
        return false;
      }
    }
    return true;
  }

  private List<Probe> dismissed(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var object : Company.OBJECTS) {
      for (var place : Place.values()) {
        var body =
            "{\"records\":[\"%s\",\"%s\"]}"
                .formatted(company.fresh(object, place), company.fresh(object, place));
        var sees = caller.reads(object).includes(place);
        var may = caller.changes(object).includes(place) ? 204 : 403;
        var status = caller.isStranger() ? 401 : sees ? may : 404;
        probes.add(probe(POST, object, "/duplicates/dismissals", body, status));
      }
    }
    return probes;
  }

  private static List<Probe> scanned(Caller caller) {
    var status = caller.isStranger() ? 401 : caller.mayAdministerJobs() ? 202 : 403;
    return List.of(Probe.of(POST, "/api/duplicate-scans", null, status));
  }

  private static int of(Caller caller, String object, Place place, int status) {
    if (caller.isStranger()) {
      return 401;
    } else if (caller.reads(object) == Reach.NOTHING) {
      return 404;
    } else if (status == 409) {
      return status;
    } else if (!caller.reads(object).includes(place)) {
      return 404;
    }
    var isAllowed =
        caller.changes(object).includes(place) && caller.deletes(object).includes(place);
    return isAllowed ? status : 403;
  }

  private static Probe probe(
      HttpMethod method, String object, String part, @Nullable String body, int status) {
    return Probe.of(method, "/api/" + Company.path(object) + part, body, status);
  }
}
