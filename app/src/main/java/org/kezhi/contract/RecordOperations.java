package org.kezhi.contract;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kezhi.record.ObjectType;

/// Describes what can be done with every kind of record, once for each kind and in its own words.
final class RecordOperations {

  static final String PREFIX = "/api/{path}";
  private static final List<String> OF_ONE =
      List.of(
          "get",
          "create",
          "update",
          "delete",
          "restore",
          "commentOn",
          "changeCommentOf",
          "deleteCommentOf",
          "place",
          "pinIn",
          "unpinIn");
  private static final List<String> OF_MANY =
      List.of(
          "list",
          "query",
          "count",
          "export",
          "merge",
          "previewMergeOf",
          "duplicatesOf",
          "dismissDuplicatesOf");

  private final Operations operations;
  private final RecordSchemas schemas;

  RecordOperations(Operations operations, RecordSchemas schemas) {
    this.operations = operations;
    this.schemas = schemas;
  }

  Map<String, Object> of(Handler handler, ObjectType type) {
    var names = schemas.names(type);
    var operation =
        Operations.head(
            id(handler, names),
            Handler.tag(handler.pathOf(type)),
            operations.parameters(handler, List.of("path")));
    var body =
        switch (handler.name()) {
          case "create" -> json(names.draft());
          case "update" -> json(names.changes());
          default -> operations.body(handler);
        };
    if (body != null) {
      operation.put("requestBody", body);
    }
    operation.put("responses", responses(handler, names));
    return operation;
  }

  private static Map<String, Object> json(String schema) {
    return Operations.body(true, "application/json", Schemas.ref(schema));
  }

  private static String id(Handler handler, RecordSchemas.Names names) {
    var name = handler.name();
    if (OF_ONE.contains(name)) {
      return name + names.one();
    } else if (OF_MANY.contains(name)) {
      return name + names.many();
    }
    return "list" + names.one() + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private Map<String, Object> responses(Handler handler, RecordSchemas.Names names) {
    var answer = operations.answer(handler).getType();
    var raw = Schemas.raw(answer);
    if (raw.getSimpleName().equals("RecordPage")) {
      return answer("200", names.page());
    } else if (answer instanceof ParameterizedType && Map.class.isAssignableFrom(raw)) {
      return answer(Operations.status(handler), names.one());
    }
    return operations.responses(handler);
  }

  private static Map<String, Object> answer(String status, String schema) {
    return Operations.responses(
        status, Operations.content("Done", "application/json", Schemas.ref(schema)));
  }
}
