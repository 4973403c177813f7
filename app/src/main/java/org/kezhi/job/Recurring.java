package org.kezhi.job;

import java.time.Duration;

/// Something small that is done again and again, each time on one node only; each is a bean. It may
/// be done once more than needed, and shows on no list of jobs.
public record Recurring(String name, Duration every, Runnable work) {}
