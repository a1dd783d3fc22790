package app.parcelle.ui.chart.map;

/**
 * Points of a plane, each in a group.
 *
 * @param places x and y of each point in turn; NaN where it has no place
 * @param groups one a point, counted from 1; 0 where it is in none, and is not drawn
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
    return groups[point] > 0 && !Float.isNaN(places[2 * point]);
  }

  /** How many groups there are. */
  int groupCount() {
    int most = 0;
    for (int group : groups) {
      most = Math.max(most, group);
    }
    return most;
  }

  /**
   * The mean place of a group.
   *
   * @return x and y; NaN for a group without points
   */
  double[] centre(int group) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int point = 0; point < groups.length; point++) {
      if (groups[point] == group && drawn(point)) {
        x += places[2 * point];
        y += places[2 * point + 1];
        count++;
      }
    }
    return new double[]{x / count, y / count};
  }
}
