package app.parcelle.engine.cluster;

import java.util.List;

/**
 * What a clustering looks at: rows x columns of numbers, row-major.
 *
 * @param names one a column
 * @param rows how many
 * @param values {@code rows * names.size()} numbers; NaN where missing
 */
public record FeatureMatrix(List<String> names, int rows, double[] values) {
  public FeatureMatrix {
    names = List.copyOf(names);
    if (values.length != Math.multiplyExact(rows, names.size())) {
      throw new IllegalArgumentException("values: " + values.length);
    }
  }

  public int columns() {
    return names.size();
  }
}
