package app.parcelle.engine.cluster.quality;

/**
 * The elbow of the inertia: where it stops falling fast. Measured as the second difference of its logarithm, so that the unit
 * of the data and the steep first steps play no part: the largest is the elbow.
 */
public final class Elbow {
  private Elbow() {}

  /**
   * How sharply the inertia bends at each k.
   *
   * @param inertia for k from 1 on
   * @return for k from 1 on; NaN for the first and the last, which have one neighbour only, and beside an inertia of 0
   */
  public static double[] bends(double[] inertia) {
    double[] bends = new double[inertia.length];
    for (int i = 0; i < bends.length; i++) {
      boolean inside = i > 0 && i < bends.length - 1 && inertia[i + 1] > 0;
      bends[i] = inside
          ? Math.log(inertia[i - 1]) - 2 * Math.log(inertia[i]) + Math.log(inertia[i + 1])
          : Double.NaN;
    }
    return bends;
  }
}
