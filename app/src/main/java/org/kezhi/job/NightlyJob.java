package org.kezhi.job;

import java.time.LocalTime;

/// Starts a job of a kind once in every day of the company's zone; each is a bean.
public record NightlyJob(String kind, LocalTime at) {}
