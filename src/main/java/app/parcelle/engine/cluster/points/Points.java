package app.parcelle.engine.cluster.points;

/**
 * Rows x dims numbers without gaps, row-major, on the scale on which distances are measured.
 *
 * @param values {@code rows * dims} numbers; not to be written to
 */
public record Points(double[] values, int rows, int dims) {
  /** Some of the rows, in the order given. */
  public Points pick(int[] chosen) {
    double[] picked = new double[chosen.length * dims];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * dims, picked, i * dims, dims);
    }
    return new Points(picked, chosen.length, dims);
  }

  /** Squared Euclidean distance of a row to a centre that begins at {@code at}. */
  public double squared(int row, double[] centres, int at) {
    double sum = 0;
    int from = row * dims;
    for (int d = 0; d < dims; d++) {
      double gap = values[from + d] - centres[at + d];
      sum += gap * gap;
    }
    return sum;
  }
}
