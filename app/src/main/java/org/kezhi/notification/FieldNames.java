package org.kezhi.notification;

import java.util.List;

/// The names of fields within the text of a notice: everybody reads those that they may see.
public record FieldNames(String object, List<String> fields) {}
