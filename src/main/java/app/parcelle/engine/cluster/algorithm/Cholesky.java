package app.parcelle.engine.cluster.algorithm;

/** The lower triangle whose product with its own transpose is a given matrix. */
final class Cholesky {
  /** Beside the mean of the diagonal, what is added to it first when a matrix has no such triangle. */
  private static final double FIRST_RIDGE = 1e-10;

  private Cholesky() {}

  /**
   * Replaces n x n numbers, row-major, by their triangle; what stands above the diagonal is neither read nor written. A matrix
   * that is flat in some direction is thickened just enough.
   *
   * @return false when the numbers have no such triangle, however thick: they are not finite
   */
  static boolean decompose(double[] matrix, int at, int n) {
    double[] before = new double[n * n];
    System.arraycopy(matrix, at, before, 0, n * n);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += Math.abs(before[i * n + i]);
    }
    double scale = trace > 0 ? trace / n : 1;
    for (double ridge = FIRST_RIDGE; !attempt(matrix, at, n); ridge *= 10) {
      if (ridge > 1 || !Double.isFinite(trace)) {
        return false;
      }
      System.arraycopy(before, 0, matrix, at, n * n);
      for (int i = 0; i < n; i++) {
        matrix[at + i * n + i] += ridge * scale;
      }
    }
    return true;
  }

  private static boolean attempt(double[] a, int at, int n) {
    for (int i = 0; i < n; i++) {
      int row = at + i * n;
      for (int j = 0; j < i; j++) {
        int other = at + j * n;
        a[row + j] = (a[row + j] - dot(a, row, other, j)) / a[other + j];
      }
      double square = a[row + i] - dot(a, row, row, i);
      // what is left of a flat direction is rounding, of either sign
      if (!(square > a[row + i] * 1e-14)) {
        return false;
      }
      a[row + i] = Math.sqrt(square);
    }
    return true;
  }

  private static double dot(double[] a, int one, int other, int count) {
    double even = 0;
    double odd = 0;
    int c = 0;
    for (; c + 2 <= count; c += 2) {
      even += a[one + c] * a[other + c];
      odd += a[one + c + 1] * a[other + c + 1];
    }
    return even + odd + (c < count ? a[one + c] * a[other + c] : 0);
  }
}
