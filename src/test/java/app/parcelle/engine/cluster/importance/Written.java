package app.parcelle.engine.cluster.importance;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import app.parcelle.engine.cluster.prepare.Sheet;

/** Three hundred rows by formula, so that scikit-learn and SciPy can be given the same. */
final class Written {
  static final int ROWS = 300;
  static final double[] U = of(i -> fraction(i, 0.6180339887498949));
  static final double[] V = of(i -> fraction(i, 0.7548776662466927));
  static final double[] W = of(i -> fraction(i, 0.5698402909980532));
  static final int[] LABEL = Arrays.stream(U).mapToInt(u -> u < 0.5 ? 0 : u < 0.8 ? 1 : 2).toArray();
  static final double[] X = of(i -> LABEL[i] * 1.5 + 3 * V[i]);
  static final double[] Y = of(i -> 2 * U[i] + W[i]);
  static final double[] TIES = of(i -> Math.floor(20 * U[i] * U[i]));

  private Written() {}

  private static double[] of(IntToDoubleFunction formula) {
    double[] values = new double[ROWS];
    Arrays.setAll(values, formula);
    return values;
  }

  private static double fraction(int i, double step) {
    double value = (i + 1) * step;
    return value - Math.floor(value);
  }

  static Sheet.Numbers numbers(String name, double[] values) {
    return new Sheet.Numbers(name, values);
  }

  static Sheet.Categories labels() {
    return new Sheet.Categories("label", List.of("a", "b", "c"), LABEL);
  }

  /** Whether U and V are more than 1 together. */
  static Sheet.Categories together() {
    int[] codes = new int[ROWS];
    Arrays.setAll(codes, i -> V[i] + U[i] > 1 ? 1 : 0);
    return new Sheet.Categories("together", List.of("no", "yes"), codes);
  }
}
