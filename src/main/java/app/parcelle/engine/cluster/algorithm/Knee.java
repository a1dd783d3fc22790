package app.parcelle.engine.cluster.algorithm;

/** Where an ascending curve turns steep: Kneedle (Satopaa, Albrecht, Irwin and Raghavan 2011), without smoothing. */
final class Knee {
  private Knee() {}

  /** The value that is farthest below the line from the first to the last; the first one above 0 if that is 0. */
  static double of(float[] ascending) {
    int last = ascending.length - 1;
    double range = (double) ascending[last] - ascending[0];
    int knee = last;
    double most = 0;
    for (int i = 0; i <= last && range > 0; i++) {
      double below = (double) i / last - (ascending[i] - ascending[0]) / range;
      if (below > most) {
        most = below;
        knee = i;
      }
    }
    while (knee < last && ascending[knee] <= 0) {
      knee++;
    }
    return ascending[knee];
  }
}
