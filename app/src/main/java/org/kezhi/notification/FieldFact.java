package org.kezhi.notification;

/// What stands in a field, within the text of a notice: only those read it who may see the field.
public record FieldFact(String object, String field, Object value) {}
