package org.kezhi.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes that tell people what happened: everybody has their own, and nobody
/// anybody else's.
final class NoticeRoutes {

  private static final String BASE = "/api/notifications";

  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  NoticeRoutes(Company company) {
    var customer = company.record("customer", Place.FAR);
    rule("GET " + BASE, "", null, 200);
    rule("GET " + BASE + "/unread", "/unread", null, 200);
    rule("GET " + BASE + "/events", "/events?seconds=0", null, 200);
    rule("GET " + BASE + "/settings", "/settings", null, 200);
    rule("PUT " + BASE + "/settings", "/settings", "{\"items\":[]}", 200);
    rule("PUT " + BASE + "/read-marks", "/read-marks", "{\"ids\":[]}", 204);
    rule("DELETE " + BASE + "/{id}/read-mark", "/" + UUID.randomUUID() + "/read-mark", null, 404);
    rule("GET " + BASE + "/mutes", "/mutes", null, 200);
    var mute = "/mutes/customer/" + customer;
    rules.put(
        "PUT " + BASE + "/mutes/{object}/{id}",
        caller -> {
          var seen = caller.reads("customer") == Reach.EVERYTHING ? 204 : 404;
          return List.of(Probe.of(HttpMethod.PUT, BASE + mute, null, status(caller, seen)));
        });
    rule("DELETE " + BASE + "/mutes/{object}/{id}", mute, null, 204);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  private void rule(String route, String path, @Nullable String body, int status) {
    var method = HttpMethod.valueOf(route.split(" ", 2)[0]);
    rules.put(
        route,
        caller -> {
          return List.of(Probe.of(method, BASE + path, body, status(caller, status)));
        });
  }

  private static int status(Caller caller, int status) {
    var mayNot = caller.isStranger() ? 401 : 403;
    return caller.isUnlimited() ? status : mayNot;
  }
}
