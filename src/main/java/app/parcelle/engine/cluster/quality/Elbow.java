package app.parcelle.engine.cluster.quality;

/**
 * The elbow of the inertia: where it stops falling fast. Measured as how many times as much the step to a number of clusters
 * takes off as the next step does, so that the unit of the data plays no part: the largest is the elbow.
 */
public final class Elbow {
  /** Of the inertia of a single cluster: a smaller step counts as one of that size, as chance makes such. */
  private static final double SMALLEST_STEP = 0.005;

  private Elbow() {}

  /**
   * How sharply the inertia bends at each k.
   *
   * @param inertia for k from 1 on
   * @return for k from 1 on, not negative; NaN for the first and the last, which have one neighbour only, and where all is 0
   */
  public static double[] bends(double[] inertia) {
    double[] bends = new double[inertia.length];
    for (int i = 0; i < bends.length; i++) {
      bends[i] = i > 0 && i < bends.length - 1
          ? Math.max(0, inertia[i - 1] - inertia[i])
              / Math.max(SMALLEST_STEP * inertia[0], inertia[i] - inertia[i + 1])
          : Double.NaN;
    }
    return bends;
  }
}
