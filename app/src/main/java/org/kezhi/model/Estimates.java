package org.kezhi.model;

import java.util.List;

/// The parameters of maximum likelihood, and how far they are to be trusted.
///
/// @param standardErrors from the curvature at the maximum; not a number where the data do not tell
/// @param unidentified parameters that the data do not determine: any value beyond some point
///   explains them as well
/// @param converged whether the maximum was reached
public record Estimates(
    List<String> names,
    List<Double> values,
    List<Double> standardErrors,
    double logLikelihood,
    List<String> unidentified,
    boolean converged,
    int steps) {

  double[] parameters() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
