package org.kezhi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The contract in the repository is that of the program, and well made. `bin/api` rewrites it.
@AppTest
class ApiContractTests {

  private static final Path FILE = Path.of("../api/openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Autowired Contract contract;
  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private String text;
  private JsonNode document;

  @BeforeEach
  void build() {
    text = JSON.writeValueAsString(contract.document(ApiContractTests::isPartOfTheProgram)) + "\n";
    document = JSON.readTree(text);
  }

  @Test
  void isTheFileInTheRepository() throws IOException {
    if (System.getenv("KEZHI_WRITE_CONTRACT") != null) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    }

    assertThat(Files.readString(FILE))
        .as("api/openapi.json is not what the program does; bin/api writes it anew")
        .isEqualTo(text);
  }

  @Test
  void isAnsweredByTheProgram() {
    var answer = new People(db, tokens, client).administrator().get("/api/openapi.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("paths").has("/api/customers/{id}")).isTrue();
  }

  @Test
  void namesEveryOperationOnceAndWell() {
    var names = new ArrayList<String>();
    operations((_, operation) -> names.add(operation.path("operationId").asString()));

    assertThat(names)
        .doesNotHaveDuplicates()
        .contains("listCustomers", "getOrderLine", "createContact", "logIn")
        .allMatch(name -> name.matches("[a-z]+([A-Z][a-z]+)+"));
  }

  @Test
  void givesEveryOperationOneTagAndAnswersProblems() {
    operations((where, operation) -> {
      assertThat(operation.path("tags").size()).as(where).isEqualTo(1);
      assertThat(operation.at("/responses/default/$ref").asString())
          .as(where)
          .isEqualTo("#/components/responses/Problem");
    });
    assertThat(document.at("/components/responses/Problem/content").has("application/problem+json"))
        .isTrue();
  }

  @Test
  void writesPathsInKebabCase() {
    assertThat(document.path("paths").propertyNames())
        .allMatch(path -> path.matches("/api(/([a-z-]+(\\.[a-z]+)?|\\{[a-zA-Z]+\\}))+"));
  }

  @Test
  void wrapsEveryList() {
    operations((where, operation) -> {
      var id = operation.path("operationId").asString();
      var answer = operation.at("/responses/200/content/application~1json/schema/$ref");
      if (id.startsWith("list") && answer.isString()) {
        var properties = resolve(answer.asString()).path("properties");
        assertThat(properties.has("items") || properties.has("groups")).as(where).isTrue();
      }
    });
  }

  @Test
  void writesNoSchemaInline() {
    operations((where, operation) -> {
      var body = operation.at("/requestBody/content/application~1json/schema");
      var answer = operation.at("/responses/200/content/application~1json/schema");
      for (var schema : List.of(body, answer)) {
        assertThat(schema.isMissingNode() || schema.has("$ref") || "object".equals(type(schema)))
            .as(where)
            .isTrue();
      }
    });
  }

  @Test
  void refersOnlyToSchemasThatAreThere() {
    var missing = new HashSet<String>();
    document
        .findValues("$ref")
        .forEach(ref -> {
          if (resolve(ref.asString()).isMissingNode()) {
            missing.add(ref.asString());
          }
        });

    assertThat(missing).isEmpty();
  }

  private static String type(JsonNode schema) {
    return schema.path("type").asString("");
  }

  private JsonNode resolve(String reference) {
    return document.at(reference.substring(1));
  }

  private void operations(BiConsumer<String, JsonNode> look) {
    document
        .path("paths")
        .forEachEntry((path, verbs) ->
            verbs.forEachEntry((verb, operation) -> look.accept(verb + " " + path, operation)));
  }

  /// Other tests may bring object types and controllers of their own.
  private static boolean isPartOfTheProgram(Class<?> type) {
    return !type.getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .getPath()
        .contains("test-classes");
  }
}
