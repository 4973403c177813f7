package org.kezhi.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody who sends requests, and what the company has agreed that each may do. Written down by
/// hand and without any code of the program, so that the program can be compared with it.
///
/// @param position what the person is
/// @param scope what the token is for; none where the person has logged in
record Caller(Position position, @Nullable String scope) {

  /// What people are in the company that the tests make up.
  enum Position {
    ADMINISTRATOR,
    MANAGER,
    SALES,
    READER,
    STAFF,
    NOBODY,
    STRANGER
  }

  /// How far somebody reaches.
  enum Reach {
    NOTHING,
    OWN,
    TEAM,
    EVERYTHING;

    boolean includes(Place place) {
      return switch (place) {
        case OWN -> this != NOTHING;
        case TEAM -> this == TEAM || this == EVERYTHING;
        case FAR -> this == EVERYTHING;
      };
    }
  }

  /// Where a record stands: with the salesperson, with a colleague, or in another branch.
  enum Place {
    OWN,
    TEAM,
    FAR
  }

  private static final Set<String> BUSINESS =
      Set.of("customer", "contact", "order", "orderLine", "activity", "partyRelation");
  private static final Set<String> SETTINGS = Set.of("user", "role", "unit");
  static final Map<String, String> SCOPE_OF_JOB =
      Map.of(
          "import",
          "import",
          "importTrial",
          "import",
          "importUndo",
          "import",
          "value",
          "value.run");
  private static final List<String> SCOPES =
      List.of(
          "*",
          "customer:read",
          "customer:write",
          "order:read",
          "user:write",
          "import",
          "value.read",
          "value.run",
          "admin.users",
          "admin.settings",
          "admin.jobs",
          "recycle");

  static List<Caller> all() {
    var callers = new ArrayList<Caller>();
    for (var position : Position.values()) {
      callers.add(new Caller(position, null));
    }
    for (var scope : SCOPES) {
      callers.add(new Caller(Position.ADMINISTRATOR, scope));
    }
    for (var scope : List.of("*", "customer:write", "admin.users", "import")) {
      callers.add(new Caller(Position.SALES, scope));
    }
    callers.add(new Caller(Position.MANAGER, "customer:read"));
    return callers;
  }

  boolean isStranger() {
    return position == Position.STRANGER;
  }

  boolean isPerson() {
    return scope == null && !isStranger();
  }

  /// What belongs to one person is for no token that is limited to something.
  boolean isUnlimited() {
    return !isStranger() && (scope == null || "*".equals(scope));
  }

  boolean isAdministrator() {
    return position == Position.ADMINISTRATOR;
  }

  boolean mayAdministerUsers() {
    return (isAdministrator() || position == Position.STAFF) && covers("admin.users");
  }

  boolean mayAdministerSettings() {
    return isAdministrator() && covers("admin.settings");
  }

  boolean mayAdministerJobs() {
    return isAdministrator() && covers("admin.jobs");
  }

  boolean mayErase() {
    return (isAdministrator() || position == Position.MANAGER) && covers("recycle");
  }

  boolean mayReadValues() {
    var people = Set.of(Position.ADMINISTRATOR, Position.MANAGER, Position.SALES, Position.READER);
    return people.contains(position) && covers("value.read");
  }

  boolean mayRunValues() {
    return isAdministrator() && covers("value.run");
  }

  boolean mayWatchJobs() {
    return scope == null || Set.of("*", "import", "value.run", "admin.jobs").contains(scope);
  }

  /// Whether the token is for jobs of a kind, if there is a token at all.
  boolean mayWatch(String kind) {
    return scope == null || Set.of("*", "admin.jobs", SCOPE_OF_JOB.get(kind)).contains(scope);
  }

  boolean mayImport(String object) {
    if (!covers("import") || (scope != null && !"*".equals(scope) && SETTINGS.contains(object))) {
      return false;
    }
    return switch (position) {
      case ADMINISTRATOR -> true;
      case MANAGER -> BUSINESS.contains(object);
      case STAFF -> SETTINGS.contains(object);
      default -> false;
    };
  }

  boolean mayExport(String object) {
    if (!covers(object + ":read")) {
      return false;
    }
    return switch (position) {
      case ADMINISTRATOR -> true;
      case MANAGER -> BUSINESS.contains(object);
      case STAFF -> SETTINGS.contains(object);
      default -> false;
    };
  }

  Reach reads(String object) {
    if (!covers(object + ":read") && !covers(object + ":write")) {
      return Reach.NOTHING;
    }
    var isBusiness = BUSINESS.contains(object);
    return switch (position) {
      case ADMINISTRATOR -> Reach.EVERYTHING;
      case MANAGER, READER -> isBusiness ? Reach.TEAM : isOpen(object);
      case SALES -> isBusiness ? Reach.OWN : isOpen(object);
      case STAFF -> SETTINGS.contains(object) ? Reach.EVERYTHING : Reach.NOTHING;
      case NOBODY, STRANGER -> Reach.NOTHING;
    };
  }

  /// Customers, orders and activities have an owner: whoever sees those chooses among all by name.
  Reach knowsColleagues() {
    return Stream.of("user", "customer", "order", "activity")
            .anyMatch(object -> reads(object) != Reach.NOTHING)
        ? Reach.EVERYTHING
        : Reach.NOTHING;
  }

  /// Products, colleagues and units are known to all who work there; roles are not.
  private static Reach isOpen(String object) {
    return "role".equals(object) ? Reach.NOTHING : Reach.EVERYTHING;
  }

  boolean creates(String object) {
    return changes(object) != Reach.NOTHING;
  }

  Reach changes(String object) {
    if (!covers(object + ":write") || (SETTINGS.contains(object) && !mayAdministerUsers())) {
      return Reach.NOTHING;
    }
    var isBusiness = BUSINESS.contains(object);
    return switch (position) {
      case ADMINISTRATOR -> Reach.EVERYTHING;
      case MANAGER -> isBusiness ? Reach.TEAM : Reach.NOTHING;
      case SALES -> isBusiness ? Reach.OWN : Reach.NOTHING;
      case STAFF -> SETTINGS.contains(object) ? Reach.EVERYTHING : Reach.NOTHING;
      default -> Reach.NOTHING;
    };
  }

  /// Whoever sees a list may keep views of it; a token must be for more than reading.
  boolean mayKeepViews(String object) {
    return covers(object + ":write");
  }

  /// Whether the token, if there is one, is for writing.
  boolean writes(String object) {
    return covers(object + ":write");
  }

  /// Salespeople throw nothing away.
  Reach deletes(String object) {
    return position == Position.SALES ? Reach.NOTHING : changes(object);
  }

  private boolean covers(String right) {
    return scope == null || "*".equals(scope) || scope.equals(right);
  }

  @Override
  public String toString() {
    return position + (scope == null ? "" : " with " + scope);
  }
}
