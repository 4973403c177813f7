package org.kezhi.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.LIST_VIEW;
import static org.kezhi.db.Tables.LIST_VIEW_PIN;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ListViewModuleTests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FILTER = "{\"field\":\"city\",\"op\":\"eq\",\"value\":\"杭州\"}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private UUID province;
  private UUID city;
  private UUID elsewhere;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    var country = people.unit("集团", null);
    province = people.unit("浙江", country);
    city = people.unit("杭州", province);
    elsewhere = people.unit("广东", country);
  }

  @Test
  void keepsWhatAListShows() {
    var owner = worker(city);
    var state =
        """
        {"filter":%s,"sort":["-name","city"],"columns":["name","city"],
         "shape":{"layout":"board","by":"status","measures":["sum:headCount"],"folded":["lost"],"hidden":[],"quick":["status"],
         "widths":{"city":90},"frozen":2,"mode":"week","day":"2026-11-22"}}
        """
            .formatted(FILTER);

    var created =
        owner.post(
            "/api/views",
            "{\"object\":\"customer\",\"name\":\" 杭州 \",\"state\":%s}".formatted(state));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().get("name").stringValue()).isEqualTo("杭州");
    assertThat(created.body().get("sharing").stringValue()).isEqualTo("private");
    assertThat(created.body().get("mayChange").booleanValue()).isTrue();
    assertThat(created.body().get("state")).isEqualTo(JSON.readTree(state));
    assertThat(owner.get("/api/views/" + id(created)).body()).isEqualTo(created.body());
    assertThat(owner.get("/api/views?object=customer").column("name")).isEqualTo("杭州");
    assertThat(owner.get("/api/views?object=contact").column("name")).isEmpty();
  }

  @Test
  void showsViewsToThoseTheyAreSharedWith() {
    var owner = worker(province);
    var below = worker(city);
    var beside = worker(elsewhere);
    var mine = view(owner, "mine", "private");
    var ours = view(owner, "ours", "unit");
    var all = view(admin, "all", "everyone");

    assertThat(owner.get("/api/views").column("name")).isEqualTo("all,mine,ours");
    assertThat(below.get("/api/views").column("name")).isEqualTo("all,ours");
    assertThat(beside.get("/api/views").column("name")).isEqualTo("all");
    assertThat(below.get("/api/views/" + mine).status()).isEqualTo(404);
    assertThat(beside.get("/api/views/" + ours).status()).isEqualTo(404);
    assertThat(beside.get("/api/views/" + all).status()).isEqualTo(200);
  }

  @Test
  void showsViewsOfAUnitToNobodyAbove() {
    view(worker(city), "of the city", "unit");

    assertThat(worker(province).get("/api/views").column("name")).isEmpty();
  }

  @Test
  void hidesViewsOfWhatOneMayNotSee() {
    var all = view(admin, "all", "everyone");
    var role = people.role();
    people.allow(role, "contact", "all");
    var user = people.user(city);
    people.give(user, role);
    var stranger = people.api(user, "*");

    assertThat(stranger.get("/api/views").column("name")).isEmpty();
    assertThat(stranger.get("/api/views/" + all).status()).isEqualTo(404);
    assertThat(stranger.put("/api/views/" + all + "/pin", null).status()).isEqualTo(404);
    assertThat(create(stranger, "x", "private").errors()).isEqualTo("object:unknownObject");
  }

  @Test
  void letsOnlyTheOwnerChangeAndDelete() {
    var owner = worker(city);
    var colleague = worker(city);
    var mine = view(owner, "mine", "private");
    var ours = view(owner, "ours", "unit");

    assertThat(colleague.patch("/api/views/" + mine, 1, "{\"name\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(colleague.patch("/api/views/" + ours, 1, "{\"name\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(colleague.delete("/api/views/" + ours, 1).status()).isEqualTo(403);
    assertThat(admin.delete("/api/views/" + mine, 1).status()).isEqualTo(404);
    assertThat(owner.delete("/api/views/" + ours, 1).status()).isEqualTo(204);
    assertThat(owner.get("/api/views").column("name")).isEqualTo("mine");
  }

  @Test
  void letsOnlyWhoAdministersSettingsShareWithEveryone() {
    var owner = worker(city);
    var mine = view(owner, "mine", "private");

    var refused = owner.patch("/api/views/" + mine, 1, "{\"sharing\":\"everyone\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.errors()).isEqualTo("sharing:notForEveryone");
    assertThat(create(owner, "all", "everyone").status()).isEqualTo(403);

    var all = view(admin, "all", "everyone");
    var other = people.administrator();
    assertThat(owner.patch("/api/views/" + all, 1, "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(other.patch("/api/views/" + all, 1, "{\"name\":\"所有人\"}").status()).isEqualTo(200);
    var back = other.patch("/api/views/" + all, 2, "{\"sharing\":\"private\"}");
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.body().get("version").intValue()).isEqualTo(3);
    assertThat(other.get("/api/views/" + all).status()).isEqualTo(404);
    assertThat(admin.get("/api/views").column("name")).isEqualTo("所有人");
  }

  @Test
  void refusesAVersionThatIsNotTheCurrentOne() {
    var owner = worker(city);
    var path = "/api/views/" + view(owner, "mine", "private");
    assertThat(owner.patch(path, 1, "{\"name\":\"first\"}").status()).isEqualTo(200);

    var late = owner.patch(path, 1, "{\"name\":\"second\"}");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.slug()).isEqualTo("view-changed");
    assertThat(owner.delete(path, 1).status()).isEqualTo(412);
    assertThat(owner.send(HttpMethod.PATCH, path, "{}", null).status()).isEqualTo(428);
    assertThat(owner.get(path).body().get("name").stringValue()).isEqualTo("first");
  }

  @Test
  void saysWhatIsWrongFieldByField() {
    var owner = worker(city);
    view(owner, "Mine", "private");

    assertThat(create(owner, "mine", "private").errors()).isEqualTo("name:taken");
    assertThat(create(owner, "  ", "nobody").errors())
        .isEqualTo("name:required sharing:notAChoice");
    assertThat(create(owner, "客".repeat(80), "private").status()).isEqualTo(201);
    assertThat(create(owner, "客".repeat(81), "private").errors()).isEqualTo("name:tooLong");
    assertThat(create(owner, "a\\u0000b", "private").errors()).isEqualTo("name:badCharacter");
    assertThat(owner.post("/api/views", "{\"object\":\"customers\"}").errors())
        .isEqualTo("object:unknownObject name:required");
    assertThat(owner.post("/api/views", "{\"name\":\"x\"}").errors()).isEqualTo("object:required");
    assertThat(create(worker(null), "x", "unit").errors()).isEqualTo("sharing:noUnit");
    assertThat(owner.get("/api/views").body().get("items").size()).isEqualTo(2);
  }

  @Test
  void refusesAStateThatTheListWouldRefuse() {
    var owner = worker(city);

    assertThat(stateErrors(owner, "{\"columns\":[\"nonsense\"]}"))
        .isEqualTo("nonsense:unknownField");
    assertThat(stateErrors(owner, "{\"sort\":[\"-nonsense\"]}")).isEqualTo("nonsense:unknownField");
    assertThat(stateErrors(owner, "{\"filter\":{\"field\":\"nonsense\",\"op\":\"empty\"}}"))
        .isEqualTo("nonsense:unknownField");
    assertThat(
            stateErrors(
                owner, "{\"shape\":{\"widths\":{\"nonsense\":9,\"city\":0},\"frozen\":99}}"))
        .isEqualTo("widths:outOfRange nonsense:unknownField frozen:outOfRange");
    var groups = "{\"shape\":{\"layout\":\"heap\",\"by\":\"x\",\"measures\":[\"sum:city\"]}}";
    assertThat(stateErrors(owner, groups))
        .isEqualTo("layout:notAChoice x:unknownField city:notSummable");
    assertThat(stateErrors(owner, "{\"filter\":[1]}")).isEqualTo("filter:notAFilter");
    var nul = "{\"filter\":{\"field\":\"city\",\"op\":\"eq\",\"value\":\"x\",\"\\u0000\":1}}";
    assertThat(stateErrors(owner, nul)).isEqualTo("state:invalid");
    var large = "{\"filter\":%s}".formatted(FILTER.replace("杭州", "x".repeat(16_000)));
    assertThat(stateErrors(owner, large)).isEqualTo("state:tooLong");
    assertThat(db.fetchCount(LIST_VIEW)).isZero();
  }

  @Test
  void opensWithoutWhatTheViewerCannotUse() {
    var state =
        """
        {"filter":{"and":[{"field":"phone","op":"contains","value":"138"},%s]},\
        "sort":["phone","-name"],"columns":["name","phone","city"],\
        "shape":{"by":"phone","measures":["filled:phone","filled:city"],\
        "widths":{"phone":80,"city":90},"frozen":2}}\
        """
            .formatted(FILTER);
    var created =
        admin.post(
            "/api/views",
            "{\"object\":\"customer\",\"name\":\"v\",\"sharing\":\"everyone\",\"state\":%s}"
                .formatted(state));
    var reader = readerWithoutPhone();

    var opened = reader.get("/api/views/" + id(created)).body();

    var left =
        """
        {"filter":{"and":[%s]},"sort":["-name"],"columns":["name","city"],
         "shape":{"layout":"table","by":null,"measures":["filled:city"],"folded":[],"hidden":[],"quick":null,
         "widths":{"city":90},"frozen":2,"mode":null,"day":null}}
        """
            .formatted(FILTER);
    assertThat(opened.get("state")).isEqualTo(JSON.readTree(left));
    assertThat(opened.get("leftOut").toString())
        .isEqualTo("[{\"field\":\"phone\",\"label\":\"Phone\"}]");
  }

  @Test
  void opensWithoutFieldsThatAreGone() {
    var owner = worker(city);
    var id = view(owner, "old", "private");
    db.update(LIST_VIEW)
        .set(LIST_VIEW.STATE, JSONB.valueOf("{\"columns\":[\"x_12\",\"city\"]}"))
        .execute();

    var opened = owner.get("/api/views/" + id).body();

    assertThat(opened.at("/state/columns").toString()).isEqualTo("[\"city\"]");
    assertThat(opened.get("leftOut").toString())
        .isEqualTo("[{\"field\":\"x_12\",\"label\":\"x_12\"}]");
  }

  @Test
  void pinsForOnePersonAlone() {
    var owner = worker(city);
    var other = worker(city);
    var ours = view(owner, "ours", "unit");

    assertThat(owner.put("/api/views/" + ours + "/pin", null).status()).isEqualTo(204);
    assertThat(owner.put("/api/views/" + ours + "/pin", null).status()).isEqualTo(204);

    assertThat(owner.get("/api/views").body().at("/items/0/pinned").booleanValue()).isTrue();
    assertThat(other.get("/api/views").body().at("/items/0/pinned").booleanValue()).isFalse();
    owner.delete("/api/views/" + ours + "/pin", 0);
    assertThat(db.fetchCount(LIST_VIEW_PIN)).isZero();
  }

  @Test
  void opensAListWithOneViewForOnePersonAlone() {
    var owner = worker(city);
    var colleague = worker(city);
    var first = view(owner, "first", "unit");
    var second = view(owner, "second", "private");
    owner.put("/api/views/" + first + "/default", null);
    colleague.put("/api/views/" + first + "/default", null);

    assertThat(owner.put("/api/views/" + second + "/default", null).status()).isEqualTo(204);

    assertThat(owner.get("/api/views").column("opensFirst")).isEqualTo("false,true");
    assertThat(colleague.get("/api/views").column("opensFirst")).isEqualTo("true");
    owner.send(HttpMethod.DELETE, "/api/views/" + second + "/default", null, null);
    assertThat(owner.get("/api/views").column("opensFirst")).isEqualTo("false,false");
    assertThat(colleague.put("/api/views/" + second + "/default", null).status()).isEqualTo(404);
  }

  @Test
  void givesAViewAnIcon() {
    var owner = worker(city);
    var id = view(owner, "mine", "private");

    assertThat(owner.patch("/api/views/" + id, 1, "{\"icon\":\"no icon!\"}").errors())
        .isEqualTo("icon:invalid");
    assertThat(owner.patch("/api/views/" + id, 1, "{\"icon\":\"flag\"}").status()).isEqualTo(200);
    assertThat(owner.patch("/api/views/" + id, 2, "{\"name\":\"ours\"}").status()).isEqualTo(200);
    assertThat(owner.get("/api/views").column("icon")).isEqualTo("flag");
  }

  @Test
  void leavesReadingTokensOutOfWriting() {
    var owner = worker(city);
    var id = view(owner, "mine", "private");
    var reading = people.api(owner.user(), "customer:read");

    assertThat(reading.get("/api/views/" + id).body().get("mayChange").booleanValue()).isFalse();
    assertThat(create(reading, "x", "private").status()).isEqualTo(403);
    assertThat(reading.delete("/api/views/" + id, 1).status()).isEqualTo(403);
    assertThat(reading.put("/api/views/" + id + "/pin", null).status()).isEqualTo(403);
  }

  @Test
  void writesDownWhoChangedAView() {
    var owner = worker(city);
    var id = view(owner, "mine", "private");

    owner.patch("/api/views/" + id, 1, "{\"name\":\"renamed\"}");

    var entry =
        db.selectFrom(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.RECORD_ID.eq(UUID.fromString(id)))
            .orderBy(AUDIT_ENTRY.ID.desc())
            .limit(1)
            .fetchSingle();
    assertThat(entry.getActor()).isEqualTo(owner.user());
    assertThat(entry.getChanges().data()).contains("\"mine\"", "\"renamed\"");
  }

  private Api worker(UUID unit) {
    var role = people.role();
    people.allow(role, "customer", "own");
    var user = people.user(unit);
    people.give(user, role);
    return people.api(user, "*");
  }

  private Api readerWithoutPhone() {
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "phone", "hidden");
    var user = people.user(city);
    people.give(user, role);
    return people.api(user, "*");
  }

  private static Api.Answer create(Api api, String name, String sharing) {
    return api.post(
        "/api/views",
        "{\"object\":\"customer\",\"name\":\"%s\",\"sharing\":\"%s\"}".formatted(name, sharing));
  }

  private static String view(Api api, String name, String sharing) {
    var created = create(api, name, sharing);
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    return id(created);
  }

  private static String id(Api.Answer answer) {
    return answer.body().get("id").stringValue();
  }

  private static String stateErrors(Api api, String state) {
    return api.post(
            "/api/views", "{\"object\":\"customer\",\"name\":\"x\",\"state\":%s}".formatted(state))
        .errors();
  }
}
