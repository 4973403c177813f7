package org.kezhi.record;

import java.util.List;

/// A headed group of fields.
public record Section(String name, List<String> fields) {}
