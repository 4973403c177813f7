package org.kezhi.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/// Newton's method on the logarithms of the parameters, with the curvature from differences of the
/// gradient and Levenberg's damping where it is not that of a maximum (Nocedal and Wright 2006,
/// Numerical Optimization, chapters 3 and 6).
final class MaximumLikelihood {

  private static final double LOWEST = Math.log(1e-5);
  private static final double HIGHEST = Math.log(1e6);
  private static final double DIFFERENCE = 1e-4;
  private static final double LONGEST_STEP = 2;
  private static final double WEAKEST = 5;
  private static final double ENOUGH = 1e-13;
  private static final int MOST_STEPS = 200;
  private static final double MOST_DAMPING = 1e10;

  private final Likelihood likelihood;
  private final int size;
  private double[] at;
  private double[] slope;
  private double value;

  private MaximumLikelihood(Likelihood likelihood) {
    this.likelihood = likelihood;
    at = Arrays.stream(likelihood.start()).map(Math::log).toArray();
    size = at.length;
    slope = new double[size];
    value = look(at, slope);
  }

  static Estimates of(Likelihood likelihood) {
    return new MaximumLikelihood(likelihood).climb();
  }

  private Estimates climb() {
    var damping = 0.0;
    for (var steps = 1; steps <= MOST_STEPS; steps++) {
      var curvature = curvature();
      var step = step(curvature, damping);
      while (step == null || !isBetter(step)) {
        var gain = step == null ? Double.MAX_VALUE : gain(step);
        if (gain <= ENOUGH * (1 + Math.abs(value))) {
          return estimates(curvature, true, steps);
        } else if (damping > MOST_DAMPING) {
          return estimates(curvature, false, steps);
        }
        damping = Math.max(1e-4 * curvature.getNorm1(), damping * 10);
        step = step(curvature, damping);
      }
      damping = damping < 1e-8 * curvature.getNorm1() ? 0 : damping / 100;
    }
    return estimates(curvature(), false, MOST_STEPS);
  }

  /// Likelihood and slope in the logarithms of the parameters.
  private double look(double[] where, double[] slopeThere) {
    var parameters = Arrays.stream(where).map(Math::exp).toArray();
    var result = likelihood.of(parameters, slopeThere);
    for (var i = 0; i < size; i++) {
      slopeThere[i] *= parameters[i];
    }
    return result;
  }

  /// The negative second derivatives.
  private RealMatrix curvature() {
    var curvature = new Array2DRowRealMatrix(size, size);
    for (var i = 0; i < size; i++) {
      var above = new double[size];
      var below = new double[size];
      look(moved(i, DIFFERENCE), above);
      look(moved(i, -DIFFERENCE), below);
      for (var j = 0; j < size; j++) {
        var half = (below[j] - above[j]) / (4 * DIFFERENCE);
        curvature.addToEntry(i, j, half);
        curvature.addToEntry(j, i, half);
      }
    }
    return curvature;
  }

  private double[] moved(int parameter, double by) {
    var moved = at.clone();
    moved[parameter] += by;
    return moved;
  }

  /// Where to go on; nowhere if the curvature is not that of a maximum, damped as it is.
  private double @Nullable [] step(RealMatrix curvature, double damping) {
    var free = free();
    if (free.length == 0) {
      return new double[size];
    }
    var part = curvature.getSubMatrix(free, free);
    for (var i = 0; i < free.length; i++) {
      part.addToEntry(i, i, damping);
    }
    try {
      var there = new ArrayRealVector(Arrays.stream(free).mapToDouble(i -> slope[i]).toArray());
      var solved = new CholeskyDecomposition(part, 1e-10, 1e-12).getSolver().solve(there);
      var shrink = Math.min(1, LONGEST_STEP / Math.max(1e-300, solved.getLInfNorm()));
      var step = new double[size];
      for (var i = 0; i < free.length; i++) {
        step[free[i]] = shrink * solved.getEntry(i);
      }
      return step;
    } catch (MathIllegalArgumentException _) {
      return null;
    }
  }

  /// Parameters that do not stand at a bound and want to go beyond.
  private int[] free() {
    var free = new ArrayList<Integer>();
    for (var i = 0; i < size; i++) {
      if (!(at[i] <= LOWEST && slope[i] < 0) && !(at[i] >= HIGHEST && slope[i] > 0)) {
        free.add(i);
      }
    }
    return free.stream().mapToInt(Integer::intValue).toArray();
  }

  private double gain(double[] step) {
    var gain = 0.0;
    for (var i = 0; i < size; i++) {
      gain += slope[i] * step[i];
    }
    return gain;
  }

  /// Takes the step if it leads upwards.
  private boolean isBetter(double[] step) {
    var next = new double[size];
    for (var i = 0; i < size; i++) {
      next[i] = Math.clamp(at[i] + step[i], LOWEST, HIGHEST);
    }
    var slopeThere = new double[size];
    var there = look(next, slopeThere);
    if (!(there > value)) {
      return false;
    }
    at = next;
    slope = slopeThere;
    value = there;
    return true;
  }

  private Estimates estimates(RealMatrix curvature, boolean converged, int steps) {
    var errors = errors(curvature);
    var values = new ArrayList<Double>();
    var standardErrors = new ArrayList<Double>();
    var unidentified = new ArrayList<String>();
    for (var i = 0; i < size; i++) {
      values.add(Math.exp(at[i]));
      standardErrors.add(Math.exp(at[i]) * errors[i]);
      if (at[i] <= LOWEST || at[i] >= HIGHEST || !(errors[i] < WEAKEST)) {
        unidentified.add(likelihood.names().get(i));
      }
    }
    return new Estimates(
        likelihood.names(),
        List.copyOf(values),
        List.copyOf(standardErrors),
        value,
        List.copyOf(unidentified),
        converged,
        steps);
  }

  /// Of the logarithms.
  private double[] errors(RealMatrix curvature) {
    var errors = new double[size];
    Arrays.fill(errors, Double.NaN);
    var free = free();
    if (free.length > 0) {
      try {
        var part = curvature.getSubMatrix(free, free);
        var inverse = new CholeskyDecomposition(part, 1e-6, 1e-12).getSolver().getInverse();
        for (var i = 0; i < free.length; i++) {
          errors[free[i]] = Math.sqrt(inverse.getEntry(i, i));
        }
      } catch (MathIllegalArgumentException _) {
        return errors;
      }
    }
    return errors;
  }
}
