package org.kezhi.contract;

import java.io.InputStream;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Describes handlers as operations: the method's name is the operation's.
final class Operations {

  private static final String JSON = "application/json";
  private static final String BYTES = "application/octet-stream";
  private static final Map<String, Object> ANY_BYTES =
      Map.of("type", "string", "contentMediaType", BYTES);

  private final Schemas schemas;

  Operations(Schemas schemas) {
    this.schemas = schemas;
  }

  Map<String, Object> verb(Handler handler) {
    var operation = head(handler.name(), handler.tag(), parameters(handler, List.of()));
    var body = body(handler);
    if (body != null) {
      operation.put("requestBody", body);
    }
    operation.put("responses", responses(handler));
    if (!handler.reads() && "/api/session".equals(handler.path()) && body != null) {
      operation.put("security", List.of());
    }
    return operation;
  }

  static Map<String, Object> head(String id, String tag, List<Map<String, Object>> parameters) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", id);
    operation.put("summary", words(id));
    operation.put("tags", List.of(tag));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    return operation;
  }

  private static String words(String id) {
    var words = id.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// What stands in the address and its query, and in headers that a handler asks for.
  List<Map<String, Object>> parameters(Handler handler, List<String> without) {
    var parameters = new ArrayList<Map<String, Object>>();
    for (var parameter : handler.method().getParameters()) {
      if (without.contains(parameter.getName())
          || MultipartFile.class.isAssignableFrom(parameter.getType())
          || isForm(handler) && parameter.isAnnotationPresent(RequestParam.class)) {
        continue;
      } else if (parameter.isAnnotationPresent(PathVariable.class)) {
        parameters.add(parameter("path", parameter.getName(), true, parameter));
      } else if (parameter.isAnnotationPresent(RequestParam.class)) {
        var told = parameter.getAnnotation(RequestParam.class);
        var required =
            told.required()
                && ValueConstants.DEFAULT_NONE.equals(told.defaultValue())
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
        parameters.add(parameter("query", parameter.getName(), required, parameter));
      } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
        var name = parameter.getAnnotation(RequestHeader.class).name();
        parameters.add(parameter("header", name, "If-Match".equals(name), parameter));
      } else if (parameter.getAnnotations().length == 0 && parameter.getType().isRecord()) {
        parameters.addAll(query(parameter.getType()));
      }
    }
    return parameters;
  }

  private Map<String, Object> parameter(
      String in, String name, boolean required, Parameter parameter) {
    return parameter(in, name, required, schemas.of(parameter.getAnnotatedType()));
  }

  private static Map<String, Object> parameter(
      String in, String name, boolean required, Map<String, Object> schema) {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", name);
    described.put("in", in);
    if (required) {
      described.put("required", true);
    }
    described.put("schema", schema);
    return described;
  }

  /// A record of parameters stands in the query, one by one; a filter there is JSON. The viewer is
  /// no parameter: it follows from the log-in.
  private List<Map<String, Object>> query(Class<?> type) {
    var parameters = new ArrayList<Map<String, Object>>();
    if ("Viewer".equals(type.getSimpleName())) {
      return parameters;
    }
    for (var component : type.getRecordComponents()) {
      var schema = schemas.of(component.getAnnotatedType());
      var described = parameter("query", component.getName(), false, schema);
      if ("filter".equals(component.getName())) {
        described.remove("schema");
        described.put("content", Map.of(JSON, Map.of("schema", Schemas.ref("Filter"))));
      }
      parameters.add(described);
    }
    return parameters;
  }

  private static boolean isForm(Handler handler) {
    for (var parameter : handler.method().getParameters()) {
      if (MultipartFile.class.isAssignableFrom(parameter.getType())) {
        return true;
      }
    }
    return false;
  }

  @Nullable Map<String, Object> body(Handler handler) {
    for (var parameter : handler.method().getParameters()) {
      var told = parameter.getAnnotation(RequestBody.class);
      if (told != null) {
        return body(told.required(), JSON, schemas.of(parameter.getAnnotatedType()));
      }
    }
    if (List.of(handler.method().getParameterTypes()).contains(InputStream.class)) {
      return body(true, BYTES, ANY_BYTES);
    }
    return isForm(handler) ? form(handler) : null;
  }

  private Map<String, Object> form(Handler handler) {
    var properties = new LinkedHashMap<String, Object>();
    for (var parameter : handler.method().getParameters()) {
      if (MultipartFile.class.isAssignableFrom(parameter.getType())) {
        properties.put(parameter.getName(), ANY_BYTES);
      } else if (parameter.isAnnotationPresent(RequestParam.class)) {
        properties.put(parameter.getName(), schemas.of(parameter.getAnnotatedType()));
      }
    }
    var name =
        handler.name().substring(0, 1).toUpperCase(Locale.ROOT) + handler.name().substring(1);
    schemas.add(name, CommonSchemas.object(properties, List.copyOf(properties.keySet())));
    return body(true, "multipart/form-data", Schemas.ref(name));
  }

  static Map<String, Object> body(boolean required, String type, Map<String, Object> schema) {
    var body = new LinkedHashMap<String, Object>();
    if (required) {
      body.put("required", true);
    }
    body.put("content", Map.of(type, Map.of("schema", schema)));
    return body;
  }

  /// The type of what a handler answers, without its envelope.
  AnnotatedType answer(Handler handler) {
    var type = handler.method().getAnnotatedReturnType();
    return Schemas.raw(type.getType()) == ResponseEntity.class
        ? ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0]
        : type;
  }

  Map<String, Object> responses(Handler handler) {
    var answer = answer(handler);
    var raw = Schemas.raw(answer.getType());
    var mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.method(), RequestMapping.class);
    if (raw == SseEmitter.class
        || mapping != null && List.of(mapping.produces()).contains("text/event-stream")) {
      return responses("200", content("Events", "text/event-stream", Map.of("type", "string")));
    } else if (raw == StreamingResponseBody.class || handler.path().endsWith(".csv")) {
      return responses("200", csv());
    } else if (raw == Resource.class) {
      return responses("200", content("A file", BYTES, ANY_BYTES));
    } else if (raw == void.class || raw == Void.class) {
      return responses(status(handler), Map.of("description", "Done"));
    }
    return responses(status(handler), content("Done", JSON, schemas.of(answer)));
  }

  static Map<String, Object> csv() {
    return content("A file", "text/csv", Map.of("type", "string"));
  }

  static Map<String, Object> responses(String status, Map<String, Object> answer) {
    var responses = new LinkedHashMap<String, Object>();
    responses.put(status, answer);
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    return responses;
  }

  static Map<String, Object> content(String description, String type, Map<String, Object> schema) {
    var response = new LinkedHashMap<String, Object>();
    response.put("description", description);
    response.put("content", Map.of(type, Map.of("schema", schema)));
    return response;
  }

  /// What the handler says; one that answers by hand either makes something or starts something.
  static String status(Handler handler) {
    var told = AnnotatedElementUtils.findMergedAnnotation(handler.method(), ResponseStatus.class);
    if (told != null) {
      return String.valueOf(told.code().value());
    } else if (!"POST".equals(handler.httpMethod())
        || handler.method().getReturnType() != ResponseEntity.class) {
      return "200";
    }
    return handler.name().startsWith("create") ? "201" : "202";
  }
}
