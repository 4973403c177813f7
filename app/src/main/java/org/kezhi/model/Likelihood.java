package org.kezhi.model;

import java.util.List;

/// How well parameters, all of them above 0, explain what was observed.
interface Likelihood {

  /// What the literature calls the parameters.
  List<String> names();

  /// Where to begin to look for the best ones.
  double[] start();

  /// The natural logarithm of the likelihood.
  ///
  /// @param gradient receives its derivatives with regard to the parameters
  double of(double[] parameters, double[] gradient);
}
