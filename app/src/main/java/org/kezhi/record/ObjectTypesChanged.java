package org.kezhi.record;

/// Says that fields or kinds of record were added or taken away while the program runs.
public record ObjectTypesChanged() {}
