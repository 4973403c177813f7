package org.kezhi.model;

import java.time.LocalDate;

/// One purchase; several of a customer on one day are one occasion.
public record Purchase(String customer, LocalDate day, double amount) {}
