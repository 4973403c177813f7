package org.kezhi.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Reach;

/// What must come of the routes that tell how parties hang together: everybody learns of those whom
/// they see anyway.
record NetworkRoutes(Company company) {

  private static final Pattern ORDERS = Pattern.compile("\"orders\":[0-9]");

  Map<String, Function<Caller, List<Probe>>> all() {
    return Map.of(
        "GET /api/customers/{id}/group", this::group,
        "GET /api/{path}/{id}/referrals", this::referrals);
  }

  private List<Probe> group(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var probe = Probe.get("/api/customers/" + customer(place) + "/group", status(caller, place));
      probes.add(
          probe.answering(text ->
              probe.isRefused()
                  || names(text, caller, List.of(Place.values()))
                      && text.contains("\"revenue\":{") == caller.mayReadValues()
                      && ORDERS.matcher(text).find() == sees(caller, "order")));
    }
    return probes;
  }

  private List<Probe> referrals(Caller caller) {
    var probes = new ArrayList<Probe>();
    for (var place : Place.values()) {
      var path = "/api/customers/" + customer(place) + "/referrals";
      var probe = Probe.get(path, status(caller, place));
      var told =
          place == Place.OWN && sees(caller, "partyRelation")
              ? List.of(Place.TEAM, Place.FAR)
              : List.<Place>of();
      probes.add(probe.answering(text -> probe.isRefused() || names(text, caller, told)));
    }
    var person = company.record("contact", Place.OWN);
    var status = caller.isStranger() ? 401 : sees(caller, "contact") ? 200 : 404;
    probes.add(Probe.get("/api/contacts/" + person + "/referrals", status));
    return probes;
  }

  /// Exactly those are named that are told at all and that the caller sees.
  private boolean names(String text, Caller caller, List<Place> told) {
    for (var place : Place.values()) {
      var expected = told.contains(place) && caller.reads("customer").includes(place);
      if (text.contains("mark-" + place) != expected
          || text.contains(customer(place)) != expected) {
        return false;
      }
    }
    return true;
  }

  private static boolean sees(Caller caller, String object) {
    return caller.reads(object) != Reach.NOTHING;
  }

  private String customer(Place place) {
    return company.record("customer", place).toString();
  }

  private static int status(Caller caller, Place place) {
    if (caller.isStranger()) {
      return 401;
    }
    return caller.reads("customer").includes(place) ? 200 : 404;
  }
}
