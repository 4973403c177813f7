package org.kezhi.model;

import java.util.Locale;

/// The models of buying to choose from.
public enum PurchaseModelKind {
  BG_NBD,
  MBG_NBD,
  PARETO_NBD;

  /// As people write it, such as `bg-nbd`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// By maximum likelihood.
  ///
  /// @throws IllegalArgumentException if there are no histories
  public Fit<PurchaseModel> fit(PurchaseHistories histories) {
    if (histories.distinct().isEmpty()) {
      throw new IllegalArgumentException("A model needs at least one customer");
    }
    var likelihood =
        this == PARETO_NBD
            ? new ParetoLikelihood(histories)
            : new BetaGeometricLikelihood(histories, this == MBG_NBD);
    var estimates = MaximumLikelihood.of(likelihood);
    return new Fit<>(with(estimates.parameters()), estimates);
  }

  private PurchaseModel with(double[] found) {
    return this == PARETO_NBD
        ? new ParetoNbd(found[0], found[1], found[2], found[3])
        : new BetaGeometricNbd(found[0], found[1], found[2], found[3], this == MBG_NBD);
  }
}
