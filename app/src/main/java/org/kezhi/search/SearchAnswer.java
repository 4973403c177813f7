package org.kezhi.search;

import java.util.List;

/// What was found, the likeliest first.
public record SearchAnswer(List<SearchHit> items) {}
