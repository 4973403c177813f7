package org.kezhi.model;

/// A model with the parameters that explain the data best, and how far they are to be trusted.
public record Fit<M>(M model, Estimates estimates) {}
