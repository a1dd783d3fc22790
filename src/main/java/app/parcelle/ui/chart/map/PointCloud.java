package app.parcelle.ui.chart.map;

/**
 * Points of a plane, each in a group.
 *
 * @param places x and y of each point in turn; NaN where it has no place, and is not drawn
 * @param groups one a point, counted from 1; 0 where it is in none
 */
public record PointCloud(float[] places, int[] groups) {
  public static final PointCloud EMPTY = new PointCloud(new float[0], new int[0]);

  public PointCloud {
    if (places.length != 2 * groups.length) {
      throw new IllegalArgumentException(places.length + " numbers for " + groups.length + " points");
    }
  }

  public int size() {
    return groups.length;
  }

  boolean drawn(int point) {
    return !Float.isNaN(places[2 * point]) && !Float.isNaN(places[2 * point + 1]);
  }

  /** How many groups there are. */
  int groupCount() {
    int most = 0;
    for (int group : groups) {
      most = Math.max(most, group);
    }
    return most;
  }

  /** How many points of each group are drawn, from 0 for none on. */
  int[] counts() {
    int[] counts = new int[groupCount() + 1];
    for (int point = 0; point < groups.length; point++) {
      if (drawn(point)) {
        counts[groups[point]]++;
      }
    }
    return counts;
  }

  /**
   * The mean place of each group, from 0 for none on.
   *
   * @return x and y of each in turn; NaN for a group without points
   */
  double[] centres() {
    double[] centres = new double[2 * groupCount() + 2];
    for (int point = 0; point < groups.length; point++) {
      if (drawn(point)) {
        centres[2 * groups[point]] += places[2 * point];
        centres[2 * groups[point] + 1] += places[2 * point + 1];
      }
    }
    int[] counts = counts();
    for (int i = 0; i < centres.length; i++) {
      centres[i] /= counts[i / 2];
    }
    return centres;
  }
}
