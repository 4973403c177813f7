package org.kezhi.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.API_TOKEN;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.ATTACHMENT_VERSION;
import static org.kezhi.db.Tables.BULK_RUN;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.FILE_CONTENT;
import static org.kezhi.db.Tables.FILE_UPLOAD;
import static org.kezhi.db.Tables.IMPORT_MAPPING;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.LIST_EXPORT;
import static org.kezhi.db.Tables.LIST_VIEW;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.PARTY_RELATION;
import static org.kezhi.db.Tables.PRODUCT;
import static org.kezhi.db.Tables.RECORD_MERGE;
import static org.kezhi.db.Tables.RECORD_MERGE_SOURCE;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.db.Tables.UNIT;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Position;
import org.kezhi.platform.Ids;
import org.kezhi.testing.People;

/// A company with people in every position, and with records in every place; the names of those
/// that stay begin with their place.
final class Company {

  static final List<String> OBJECTS =
      List.of(
          "customer",
          "contact",
          "product",
          "order",
          "orderLine",
          "activity",
          "partyRelation",
          "user",
          "role",
          "unit");
  static final String PASSWORD = "correct horse";

  private final DSLContext db;
  private final People people;
  private final Map<Position, UUID> users = new EnumMap<>(Position.class);
  private final Map<Place, UUID> owners = new EnumMap<>(Place.class);
  private final Map<Place, UUID> units = new EnumMap<>(Place.class);
  private final Map<String, Map<Place, UUID>> records = new HashMap<>();

  Company(DSLContext db, People people, Users accounts) {
    this.db = db;
    this.people = people;
    var head = people.unit("head", null);
    var province = people.unit("province", head);
    var city = people.unit("city", province);
    var elsewhere = people.unit("elsewhere", head);
    employ(accounts, Position.ADMINISTRATOR, null, List.of("administrator"));
    employ(accounts, Position.MANAGER, province, List.of("manager"));
    employ(accounts, Position.SALES, city, List.of("sales"));
    employ(accounts, Position.READER, province, List.of("reader"));
    employ(accounts, Position.NOBODY, province, List.of());
    employ(accounts, Position.STAFF, province, List.of());
    makeStaff();
    owners.put(Place.OWN, user(Position.SALES));
    owners.put(Place.TEAM, people.user(city));
    owners.put(Place.FAR, people.user(elsewhere));
    units.put(Place.OWN, city);
    units.put(Place.TEAM, city);
    units.put(Place.FAR, elsewhere);
    for (var object : OBJECTS) {
      records.put(object, new EnumMap<>(Place.class));
      for (var place : Place.values()) {
        records.get(object).put(place, insert(object, place, "mark-" + place, null));
        insert(object, place, "gone-" + place, OffsetDateTime.now());
      }
    }
  }

  private void employ(Users accounts, Position position, UUID unit, List<String> roles) {
    var id = accounts.add(name(position), position.name(), PASSWORD, roles);
    db.update(APP_USER).set(APP_USER.UNIT_ID, unit).where(APP_USER.ID.eq(id)).execute();
    users.put(position, id);
  }

  private void makeStaff() {
    var role = people.role();
    for (var object : List.of("user", "role", "unit")) {
      people.allow(role, object, "all");
    }
    people.permit(role, "admin.users");
    people.give(user(Position.STAFF), role);
  }

  static String name(Position position) {
    return position.name().toLowerCase(Locale.ROOT);
  }

  UUID user(Position position) {
    return users.get(position);
  }

  UUID record(String object, Place place) {
    return records.get(object).get(place);
  }

  /// A record that nothing refers to and that may be changed or thrown away.
  UUID fresh(String object, Place place) {
    return insert(object, place, "fresh", null);
  }

  UUID deleted(String object, Place place) {
    return insert(object, place, "fresh", OffsetDateTime.now());
  }

  UUID job(Position position, String kind) {
    var id = Ids.next();
    db.insertInto(JOB)
        .set(JOB.ID, id)
        .set(JOB.KIND, kind)
        .set(JOB.TITLE, "")
        .set(JOB.STATE, "done")
        .set(JOB.CREATED_BY, user(position))
        .set(JOB.FINISHED_AT, OffsetDateTime.now())
        .execute();
    return id;
  }

  /// A run over customers that is done.
  UUID bulkRun(Position position) {
    var id = Ids.next();
    db.insertInto(BULK_RUN)
        .set(BULK_RUN.ID, id)
        .set(BULK_RUN.OBJECT, "customer")
        .set(BULK_RUN.ACTION, "edit")
        .set(BULK_RUN.CHANGES, JSONB.valueOf("{\"city\":\"x\"}"))
        .set(BULK_RUN.CHANNEL, "web")
        .set(BULK_RUN.ITEM_COUNT, 0L)
        .set(BULK_RUN.JOB_ID, job(position, "bulk"))
        .set(BULK_RUN.CREATED_BY, user(position))
        .execute();
    return id;
  }

  UUID token(Position position) {
    var id = Ids.next();
    db.insertInto(API_TOKEN)
        .set(API_TOKEN.ID, id)
        .set(API_TOKEN.USER_ID, user(position))
        .set(API_TOKEN.NAME, "fresh")
        .set(API_TOKEN.SECRET_HASH, id.toString().getBytes(UTF_8))
        .set(API_TOKEN.SCOPES, new String[] {"*"})
        .execute();
    return id;
  }

  /// A view of the list of customers.
  UUID view(Position position, String sharing) {
    var id = Ids.next();
    db.insertInto(LIST_VIEW)
        .set(LIST_VIEW.ID, id)
        .set(LIST_VIEW.OBJECT, "customer")
        .set(LIST_VIEW.NAME, "fresh " + id)
        .set(LIST_VIEW.SHARING, sharing)
        .set(LIST_VIEW.OWNER_ID, user(position))
        .set(LIST_VIEW.STATE, JSONB.valueOf("{}"))
        .execute();
    return id;
  }

  /// One group of the customers of all places, and those elsewhere brought by the own one.
  void network() {
    var above = Place.FAR;
    for (var place : List.of(Place.TEAM, Place.OWN)) {
      db.update(CUSTOMER)
          .set(CUSTOMER.PARENT_ID, record("customer", above))
          .where(CUSTOMER.ID.eq(record("customer", place)))
          .execute();
      above = place;
    }
    for (var place : List.of(Place.TEAM, Place.FAR)) {
      db.insertInto(PARTY_RELATION)
          .set(PARTY_RELATION.ID, Ids.next())
          .set(PARTY_RELATION.KIND, "referrer")
          .set(PARTY_RELATION.FROM_CUSTOMER_ID, record("customer", place))
          .set(PARTY_RELATION.TO_CUSTOMER_ID, record("customer", Place.OWN))
          .execute();
    }
  }

  /// Two customers in each place that are probably the same.
  void alike() {
    for (var place : Place.values()) {
      for (var i = 0; i < 2; i++) {
        db.update(CUSTOMER)
            .set(CUSTOMER.NAME, "like-" + place)
            .set(CUSTOMER.EMAIL, email(place))
            .where(CUSTOMER.ID.eq(fresh("customer", place)))
            .execute();
      }
    }
  }

  static String email(Place place) {
    return place.name().toLowerCase(Locale.ROOT) + "@kezhi.test";
  }

  /// Two customers that somebody has merged before.
  UUID merge(Place place) {
    var id = Ids.next();
    db.insertInto(RECORD_MERGE)
        .set(RECORD_MERGE.ID, id)
        .set(RECORD_MERGE.OBJECT, "customer")
        .set(RECORD_MERGE.SURVIVOR_ID, fresh("customer", place))
        .execute();
    db.insertInto(RECORD_MERGE_SOURCE).values(id, deleted("customer", place)).execute();
    return id;
  }

  /// An export of customers that was cancelled.
  UUID export(Position position) {
    var id = Ids.next();
    db.insertInto(LIST_EXPORT)
        .set(LIST_EXPORT.ID, id)
        .set(LIST_EXPORT.OBJECT, "customer")
        .set(LIST_EXPORT.FORMAT, "csv")
        .set(LIST_EXPORT.WANTED, JSONB.valueOf("{\"object\":\"customer\",\"format\":\"csv\"}"))
        .set(LIST_EXPORT.LANGUAGE, "en")
        .set(LIST_EXPORT.JOB_ID, job(position, "export"))
        .set(LIST_EXPORT.CREATED_BY, user(position))
        .set(LIST_EXPORT.EXPIRES_AT, OffsetDateTime.now().plusDays(1))
        .execute();
    return id;
  }

  UUID mapping(Position position, boolean shared) {
    var id = Ids.next();
    var settings =
        "{\"mapping\":{},\"policy\":\"skip\",\"createMissing\":[],\"dateOrder\":\"mdy\"}";
    db.insertInto(IMPORT_MAPPING)
        .set(IMPORT_MAPPING.ID, id)
        .set(IMPORT_MAPPING.OBJECT, "customer")
        .set(IMPORT_MAPPING.NAME, "fresh " + id)
        .set(IMPORT_MAPPING.SHARED, shared)
        .set(IMPORT_MAPPING.HEADERS, JSONB.valueOf("[]"))
        .set(IMPORT_MAPPING.SETTINGS, JSONB.valueOf(settings))
        .set(IMPORT_MAPPING.OWNER_ID, user(position))
        .execute();
    return id;
  }

  /// A file of a customer, whose content nobody has.
  UUID file(Place place) {
    var hash = "0".repeat(64);
    db.insertInto(FILE_CONTENT)
        .set(FILE_CONTENT.SHA256, hash)
        .set(FILE_CONTENT.SIZE, 1L)
        .set(FILE_CONTENT.TYPE, "text/plain")
        .onConflictDoNothing()
        .execute();
    var id = Ids.next();
    db.insertInto(ATTACHMENT)
        .set(ATTACHMENT.ID, id)
        .set(ATTACHMENT.OBJECT, "customer")
        .set(ATTACHMENT.RECORD_ID, record("customer", place))
        .set(ATTACHMENT.NAME, "fresh")
        .execute();
    db.insertInto(ATTACHMENT_VERSION)
        .set(ATTACHMENT_VERSION.ATTACHMENT_ID, id)
        .set(ATTACHMENT_VERSION.NUMBER, 1)
        .set(ATTACHMENT_VERSION.ID, Ids.next())
        .set(ATTACHMENT_VERSION.SHA256, hash)
        .set(ATTACHMENT_VERSION.NAME, "fresh")
        .execute();
    return id;
  }

  /// An upload that somebody has begun for a customer.
  UUID upload(Position position, Place place) {
    var id = Ids.next();
    db.insertInto(FILE_UPLOAD)
        .set(FILE_UPLOAD.ID, id)
        .set(FILE_UPLOAD.OBJECT, "customer")
        .set(FILE_UPLOAD.RECORD_ID, record("customer", place))
        .set(FILE_UPLOAD.NAME, "fresh")
        .set(FILE_UPLOAD.SIZE, 1L)
        .set(FILE_UPLOAD.CREATED_BY, user(position))
        .execute();
    return id;
  }

  private UUID insert(String object, Place place, String name, OffsetDateTime deletedAt) {
    var id = Ids.next();
    var table = table(object);
    var values = new LinkedHashMap<Field<?>, Object>();
    values.put(table.field("id"), id);
    values.put(table.field("deleted_at"), deletedAt);
    if (table.field("code") != null) {
      values.put(table.field("code"), name + " " + id);
    }
    if (table.field("owner_id") != null) {
      values.put(table.field("owner_id"), owners.get(place));
      values.put(table.field("unit_id"), units.get(place));
    }
    switch (object) {
      case "contact" -> values.put(CONTACT.CUSTOMER_ID, record("customer", place));
      case "product" -> values.put(PRODUCT.CURRENCY, "CNY");
      case "order" -> {
        values.put(SALES_ORDER.CUSTOMER_ID, record("customer", place));
        values.put(SALES_ORDER.CURRENCY, "CNY");
      }
      case "orderLine" -> {
        values.put(ORDER_LINE.ORDER_ID, record("order", place));
        values.put(ORDER_LINE.LINE_NO, 1);
        values.put(ORDER_LINE.QUANTITY, BigDecimal.ONE);
        values.put(ORDER_LINE.UNIT_PRICE, BigDecimal.TEN);
        values.put(ORDER_LINE.AMOUNT, BigDecimal.TEN);
      }
      case "activity" -> values.put(ACTIVITY.CUSTOMER_ID, record("customer", place));
      case "partyRelation" -> {
        values.put(PARTY_RELATION.KIND, id.toString());
        values.put(PARTY_RELATION.FROM_CUSTOMER_ID, record("customer", place));
        values.put(PARTY_RELATION.TO_CONTACT_ID, record("contact", place));
      }
      case "user" -> values.put(APP_USER.USER_NAME, name + " " + id);
      default -> {}
    }
    values.put(title(object), name + " " + id);
    db.insertInto(table).set(values).execute();
    return id;
  }

  static Table<?> table(String object) {
    return switch (object) {
      case "customer" -> CUSTOMER;
      case "contact" -> CONTACT;
      case "product" -> PRODUCT;
      case "order" -> SALES_ORDER;
      case "orderLine" -> ORDER_LINE;
      case "activity" -> ACTIVITY;
      case "partyRelation" -> PARTY_RELATION;
      case "user" -> APP_USER;
      case "role" -> ROLE;
      case "unit" -> UNIT;
      default -> throw new IllegalArgumentException(object);
    };
  }

  private static Field<String> title(String object) {
    return switch (object) {
      case "order" -> SALES_ORDER.CODE;
      case "partyRelation" -> PARTY_RELATION.CODE;
      case "orderLine" -> ORDER_LINE.DESCRIPTION;
      case "activity" -> ACTIVITY.SUBJECT;
      case "user" -> APP_USER.DISPLAY_NAME;
      default -> table(object).field(DSL.field(DSL.name("name"), String.class));
    };
  }

  static String path(String object) {
    return switch (object) {
      case "orderLine" -> "order-lines";
      case "activity" -> "activities";
      case "partyRelation" -> "party-relations";
      default -> object + "s";
    };
  }

  /// The field that people call a record by.
  static String titleField(String object) {
    return switch (object) {
      case "order", "partyRelation" -> "code";
      case "orderLine" -> "description";
      case "activity" -> "subject";
      case "user" -> "displayName";
      default -> "name";
    };
  }
}
