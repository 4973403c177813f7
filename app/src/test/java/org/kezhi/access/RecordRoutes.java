package org.kezhi.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.net.URLEncoder;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes that every kind of record has.
final class RecordRoutes {

  /// What a caller must get for one kind of record.
  private interface Rule extends BiFunction<Caller, String, List<Probe>> {}

  private final Company company;
  private final Map<String, Rule> rules = new TreeMap<>();

  RecordRoutes(Company company) {
    this.company = company;
    rules.put("GET /api/{path}", this::listedWithFigures);
    rules.put("GET /api/{path}/count", this::counted);
    rules.put("GET /api/{path}/options", this::offered);
    rules.put("GET /api/{path}/trash", this::trash);
    rules.put("GET /api/{path}/export", this::exported);
    rules.put("POST /api/{path}/query", this::queried);
    rules.put("POST /api/{path}/groups", this::grouped);
    rules.put("POST /api/{path}/lanes", this::laned);
    for (var part :
        List.of(
            "",
            "/related",
            "/timeline",
            "/history",
            "/comments",
            "/readers",
            "/files",
            "/uploads")) {
      rules.put("GET /api/{path}/{id}" + part, (caller, object) -> single(caller, object, part));
    }
    rules.put("POST /api/{path}/{id}/comments", this::commented);
    rules.put("PUT /api/{path}/{id}/comments/{comment}", this::saidAnew);
    rules.put("DELETE /api/{path}/{id}/comments/{comment}", this::takenBack);
    rules.put("PUT /api/{path}/{id}/pin", this::pinned);
    rules.put("DELETE /api/{path}/{id}/pin", this::unpinned);
    rules.put("POST /api/{path}", this::created);
    rules.put("PATCH /api/{path}/{id}", this::changed);
    rules.put("DELETE /api/{path}/{id}", this::deleted);
    rules.put("PUT /api/{path}/{id}/restoration", this::restored);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    var all = new TreeMap<String, Function<Caller, List<Probe>>>();
    rules.forEach((route, rule) ->
        all.put(
            route,
            caller ->
                Company.OBJECTS.stream()
                    .flatMap(object -> rule.apply(caller, object).stream())
                    .toList()));
    return all;
  }

  /// What somebody gets who may see at least some of these records.
  private static int status(Caller caller, String object, int otherwise) {
    if (caller.isStranger()) {
      return 401;
    }
    return caller.reads(object) == Reach.NOTHING ? 404 : otherwise;
  }

  private static String path(String object) {
    return "/api/" + Company.path(object);
  }

  private static String filter(String object) {
    return "{\"field\":\"%s\",\"op\":\"contains\",\"value\":\"mark-\"}"
        .formatted(Company.titleField(object));
  }

  private static String filtered(String object) {
    return "?filter=" + URLEncoder.encode(filter(object), UTF_8);
  }

  /// Whether exactly the records within reach are named.
  private static boolean names(String text, String prefix, Reach reach) {
    for (var place : Place.values()) {
      if (text.contains(prefix + place) != reach.includes(place)) {
        return false;
      }
    }
    return true;
  }

  private static Probe names(Probe probe, String prefix, Reach reach) {
    return probe.isRefused()
        ? probe.answering(text -> names(text, prefix, Reach.NOTHING))
        : probe.answering(text -> names(text, prefix, reach));
  }

  private List<Probe> listed(Caller caller, String object, String part) {
    var probe = Probe.get(path(object) + part + filtered(object), status(caller, object, 200));
    return List.of(names(probe, "mark-", caller.reads(object)));
  }

  /// Whoever may not read figures gets them neither shown, nor sorted by, nor filtered by.
  private List<Probe> listedWithFigures(Caller caller, String object) {
    var probes = new ArrayList<>(listed(caller, object, ""));
    if ("customer".equals(object)) {
      var reads = caller.mayReadValues();
      var status = status(caller, object, reads ? 200 : 400);
      var filter = "{\"field\":\"value.layer\",\"op\":\"eq\",\"value\":\"top\"}";
      var path = path(object);
      probes.add(Probe.get(path + "?columns=value.layer", status));
      probes.add(Probe.get(path + "?sort=-value.revenue", status));
      probes.add(Probe.get(path + "?filter=" + URLEncoder.encode(filter, UTF_8), status));
    }
    return probes;
  }

  private List<Probe> counted(Caller caller, String object) {
    var seen = 0;
    for (var place : Place.values()) {
      seen += caller.reads(object).includes(place) ? 1 : 0;
    }
    var expected = "\"total\":" + seen + ",";
    var probe = Probe.get(path(object) + "/count" + filtered(object), status(caller, object, 200));
    return List.of(probe.isRefused() ? probe : probe.answering(text -> text.contains(expected)));
  }

  private List<Probe> offered(Caller caller, String object) {
    var reach = "user".equals(object) ? caller.knowsColleagues() : caller.reads(object);
    var known = caller.isStranger() ? 401 : reach == Reach.NOTHING ? 404 : 200;
    var probe = Probe.get(path(object) + "/options?limit=100", known);
    return List.of(names(probe, "mark-", reach));
  }

  private List<Probe> trash(Caller caller, String object) {
    var probe = Probe.get(path(object) + "/trash?limit=200", status(caller, object, 200));
    return List.of(names(probe, "gone-", caller.deletes(object)));
  }

  private List<Probe> exported(Caller caller, String object) {
    var status = status(caller, object, caller.mayExport(object) ? 200 : 403);
    var probe =
        Probe.get(
            path(object) + "/export" + filtered(object) + "&columns=" + Company.titleField(object),
            status);
    return List.of(names(probe, "mark-", caller.reads(object)));
  }

  private List<Probe> queried(Caller caller, String object) {
    var body = "{\"filter\":" + filter(object) + "}";
    var probe = Probe.of(POST, path(object) + "/query", body, status(caller, object, 200));
    return List.of(names(probe, "mark-", caller.reads(object)));
  }

  private List<Probe> grouped(Caller caller, String object) {
    var body =
        "{\"filter\":%s,\"by\":[\"%s\"]}".formatted(filter(object), Company.titleField(object));
    var probe = Probe.of(POST, path(object) + "/groups", body, status(caller, object, 200));
    return List.of(names(probe, "mark-", caller.reads(object)));
  }

  /// The records were made in this month, or a moment ago in the one before.
  private List<Probe> laned(Caller caller, String object) {
    var month = YearMonth.now(ZoneOffset.UTC);
    var body =
        "{\"filter\":%s,\"by\":\"createdAt:month\",\"keys\":[\"%s\",\"%s\",\"%s\"]}"
            .formatted(filter(object), month.minusMonths(1), month, month.plusMonths(1));
    var probe = Probe.of(POST, path(object) + "/lanes", body, status(caller, object, 200));
    return List.of(names(probe, "mark-", caller.reads(object)));
  }

  private List<Probe> single(Caller caller, String object, String part) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var status = status(caller, object, caller.reads(object).includes(place) ? 200 : 404);
      var probe = Probe.get(path(object) + "/" + company.record(object, place) + part, status);
      var figures = part.isEmpty() && "customer".equals(object) && caller.mayReadValues();
      probes.add(
          probe.answering(text -> text.contains("\"layer\":") == (figures && !probe.isRefused())));
    }
    return probes;
  }

  private List<Probe> commented(Caller caller, String object) {
    return said(caller, object, POST, new Said("/comments", "{\"body\":\"好\"}", 201));
  }

  private List<Probe> saidAnew(Caller caller, String object) {
    var part = "/comments/" + UUID.randomUUID();
    return said(caller, object, PUT, new Said(part, "{\"body\":\"好\"}", 404));
  }

  private List<Probe> takenBack(Caller caller, String object) {
    return said(caller, object, DELETE, new Said("/comments/" + UUID.randomUUID(), null, 404));
  }

  private record Said(String part, @Nullable String body, int status) {}

  /// Whoever sees a record may say something about it, unless a token is for reading only.
  private List<Probe> said(Caller caller, String object, HttpMethod method, Said said) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var id = company.record(object, place);
      var mayWrite = caller.isStranger() || caller.mayKeepViews(object);
      var sees = caller.reads(object).includes(place);
      var status = status(caller, object, !sees ? 404 : mayWrite ? said.status : 403);
      probes.add(Probe.of(method, path(object) + "/" + id + said.part, said.body, status));
    }
    return probes;
  }

  /// There is no such entry, which is told only to those who might pin it.
  private List<Probe> pinned(Caller caller, String object) {
    var body = "{\"object\":\"activity\",\"id\":\"%s\"}".formatted(UUID.randomUUID());
    return pin(caller, object, PUT, new Said("/pin", body, 404));
  }

  private List<Probe> unpinned(Caller caller, String object) {
    return pin(caller, object, DELETE, new Said("/pin", null, 204));
  }

  private List<Probe> pin(Caller caller, String object, HttpMethod method, Said pin) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var path = path(object) + "/" + company.record(object, place) + pin.part;
      var expected = new Expected(caller.changes(object), pin.status);
      probes.add(Probe.of(method, path, pin.body, written(caller, object, place, expected)));
    }
    return probes;
  }

  private List<Probe> created(Caller caller, String object) {
    var status = status(caller, object, caller.creates(object) ? 201 : 403);
    return List.of(Probe.of(POST, path(object), draft(object), status));
  }

  private String draft(String object) {
    var name = "fresh " + UUID.randomUUID();
    var more =
        switch (object) {
          case "contact" -> "\"customer\":\"" + company.record("customer", Place.OWN) + "\",";
          case "orderLine" ->
              "\"quantity\":1,\"unitPrice\":{\"amount\":\"1\",\"currency\":\"CNY\"},\"order\":\""
                  + company.record("order", Place.OWN)
                  + "\",";
          case "partyRelation" ->
              "\"kind\":\"dealer\",\"fromCustomer\":\"%s\",\"toCustomer\":\"%s\","
                  .formatted(
                      company.record("customer", Place.OWN), company.fresh("customer", Place.OWN));
          case "product", "role", "unit" -> "\"code\":\"" + name + "\",";
          case "user" -> "\"userName\":\"" + name + "\",";
          default -> "";
        };
    return "{" + more + "\"" + Company.titleField(object) + "\":\"" + name + "\"}";
  }

  private List<Probe> changed(Caller caller, String object) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var id = company.fresh(object, place);
      var body = "{\"%s\":\"fresh %s\"}".formatted(Company.titleField(object), UUID.randomUUID());
      var status = written(caller, object, place, new Expected(caller.changes(object), 200));
      probes.add(Probe.of(PATCH, path(object) + "/" + id, body, status));
    }
    return probes;
  }

  private List<Probe> deleted(Caller caller, String object) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var id = company.fresh(object, place);
      var status = written(caller, object, place, new Expected(caller.deletes(object), 204));
      probes.add(Probe.of(DELETE, path(object) + "/" + id, null, status));
    }
    return probes;
  }

  private record Expected(Reach reach, int status) {}

  private static int written(Caller caller, String object, Place place, Expected expected) {
    if (caller.isStranger()) {
      return 401;
    } else if (!caller.reads(object).includes(place)) {
      return 404;
    }
    return expected.reach.includes(place) ? expected.status : 403;
  }

  private List<Probe> restored(Caller caller, String object) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var id = company.deleted(object, place);
      var status = status(caller, object, caller.deletes(object).includes(place) ? 200 : 404);
      probes.add(Probe.of(PUT, path(object) + "/" + id + "/restoration", null, status));
    }
    return probes;
  }
}
