package org.kezhi.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.kezhi.platform.Labels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Puts the whole contract together, always in the same order, so that a change shows in a diff.
@Component
class Contract {

  private static final String API = "/api/";

  private final RequestMappingHandlerMapping handlers;
  private final ObjectTypes types;
  private final Labels labels;
  private final JsonMapper json;

  Contract(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
      ObjectTypes types,
      Labels labels,
      JsonMapper json) {
    this.handlers = handlers;
    this.types = types;
    this.labels = labels;
    this.json = json;
  }

  /// @param included which controllers and object types to tell of, by their class
  Map<String, Object> document(Predicate<Class<?>> included) {
    var schemas = new Schemas(json);
    var operations = new Operations(schemas);
    var records = new RecordOperations(operations, new RecordSchemas(types, labels, schemas));
    var paths = new TreeMap<String, Map<String, Object>>();
    for (var handler : handlers(included)) {
      if (!handler.path().startsWith(RecordOperations.PREFIX)) {
        put(paths, handler.path(), handler, operations.verb(handler));
        continue;
      }
      for (var type : types(included)) {
        put(paths, handler.pathOf(type), handler, records.of(handler, type));
      }
    }
    return document(paths, schemas);
  }

  private List<ObjectType> types(Predicate<Class<?>> included) {
    return types.all().stream().filter(type -> included.test(type.getClass())).toList();
  }

  private List<Handler> handlers(Predicate<Class<?>> included) {
    var found = new ArrayList<Handler>();
    handlers
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          for (var path : mapping.getPatternValues()) {
            if (path.startsWith(API) && included.test(method.getBeanType())) {
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(verb -> found.add(new Handler(path, verb.name(), method.getMethod())));
            }
          }
        });
    return found;
  }

  private static void put(
      Map<String, Map<String, Object>> paths,
      String path,
      Handler handler,
      Map<String, Object> operation) {
    paths.computeIfAbsent(path, _ -> new TreeMap<>()).put(handler.verb(), operation);
  }

  private static Map<String, Object> document(
      Map<String, Map<String, Object>> paths, Schemas schemas) {
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "Kezhi",
            "version", "1",
            "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
    document.put("security", List.of(Map.of("session", List.of()), Map.of("token", List.of())));
    document.put("tags", tags(paths));
    document.put("paths", paths);
    document.put("components", components(schemas));
    return document;
  }

  private static List<Map<String, Object>> tags(Map<String, Map<String, Object>> paths) {
    var names = new TreeSet<String>();
    for (var path : paths.keySet()) {
      names.add(Handler.tag(path));
    }
    return names.stream().map(name -> Map.<String, Object>of("name", name)).toList();
  }

  private static Map<String, Object> components(Schemas schemas) {
    var components = new LinkedHashMap<String, Object>();
    components.put("schemas", schemas.all());
    components.put(
        "responses",
        Map.of(
            "Problem",
            Operations.content(
                "What is wrong, in the language of Accept-Language",
                "application/problem+json",
                Schemas.ref("Problem"))));
    var security = new LinkedHashMap<String, Object>();
    security.put("session", Map.of("type", "apiKey", "in", "cookie", "name", "KEZHI_SESSION"));
    security.put("token", Map.of("type", "http", "scheme", "bearer"));
    components.put("securitySchemes", security);
    return components;
  }
}
