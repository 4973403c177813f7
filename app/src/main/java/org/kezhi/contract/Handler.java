package org.kezhi.contract;

import java.lang.reflect.Method;
import java.util.Locale;
import org.kezhi.record.ObjectType;

/// One method of a controller under one address.
record Handler(String path, String httpMethod, Method method) {

  String verb() {
    return httpMethod.toLowerCase(Locale.ROOT);
  }

  String name() {
    return method.getName();
  }

  boolean reads() {
    return "GET".equals(httpMethod);
  }

  String pathOf(ObjectType type) {
    return path.replace("{path}", type.path());
  }

  String tag() {
    return tag(path);
  }

  /// The first part of an address, as words.
  static String tag(String path) {
    var part = path.split("/", -1)[2].replace(".json", "").replace('-', ' ');
    return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }
}
