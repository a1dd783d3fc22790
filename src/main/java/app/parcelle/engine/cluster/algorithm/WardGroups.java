package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Columns;
import app.parcelle.engine.cluster.points.Points;

/**
 * Groups whose distance is what their join adds to the sum of squares (Ward 1963), from their means and sizes alone: memory in
 * proportion to the rows.
 */
final class WardGroups implements NeighbourChain.Groups {
  private static final int TILE = 1_024;

  private final Columns means;
  private final double[] sizes;
  private final int[] groupAt;
  private final int[] placeOf;
  private final double[] place;
  private final double[] gaps = new double[TILE];
  private int alive;
  private double gap;

  /** @param counts rows of each point */
  WardGroups(Points points, int[] counts) {
    this.means = new Columns(points);
    this.sizes = Arrays.stream(counts).asDoubleStream().toArray();
    this.groupAt = new int[points.rows()];
    this.placeOf = new int[points.rows()];
    Arrays.setAll(groupAt, i -> i);
    Arrays.setAll(placeOf, i -> i);
    this.place = new double[points.dims()];
    this.alive = points.rows();
  }

  @Override
  public int any() {
    int at = 0;
    while (groupAt[at] < 0) {
      at++;
    }
    return groupAt[at];
  }

  @Override
  public int nearest(int group, int preferred) {
    int self = placeOf[group];
    means.read(self, place);
    double size = sizes[self];
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    if (preferred >= 0) {
      best = placeOf[preferred];
      least = gap(self, best);
    }
    for (int from = 0; from < means.rows(); from += TILE) {
      int count = Math.min(TILE, means.rows() - from);
      means.squared(place, from, from + count, gaps);
      weigh(from, count, size);
      if (self >= from && self < from + count) {
        gaps[self - from] = Double.POSITIVE_INFINITY;
      }
      for (int i = 0; i < count; i++) {
        if (gaps[i] < least) {
          least = gaps[i];
          best = from + i;
        }
      }
    }
    gap = least;
    return groupAt[best];
  }

  private void weigh(int from, int count, double size) {
    for (int i = 0; i < count; i++) {
      double other = sizes[from + i];
      gaps[i] *= size * other / (size + other);
    }
  }

  private double gap(int a, int b) {
    double squared = 0;
    for (int d = 0; d < place.length; d++) {
      double apart = means.get(b, d) - place[d];
      squared += apart * apart;
    }
    return squared * (sizes[a] * sizes[b] / (sizes[a] + sizes[b]));
  }

  @Override
  public double gap() {
    return gap;
  }

  @Override
  public double height(double gap) {
    return Math.sqrt(2 * gap);
  }

  @Override
  public void join(int gone, int kept) {
    int from = placeOf[gone];
    int to = placeOf[kept];
    double size = sizes[from] + sizes[to];
    for (int d = 0; d < place.length; d++) {
      means.set(to, d, (means.get(from, d) * sizes[from] + means.get(to, d) * sizes[to]) / size);
      means.set(from, d, Double.POSITIVE_INFINITY);
    }
    sizes[to] = size;
    groupAt[from] = -1;
    alive--;
    if (alive < means.rows() - means.rows() / 8) {
      closeRanks();
    }
  }

  private void closeRanks() {
    int next = 0;
    for (int at = 0; at < means.rows(); at++) {
      if (groupAt[at] >= 0) {
        means.move(at, next);
        sizes[next] = sizes[at];
        groupAt[next] = groupAt[at];
        placeOf[groupAt[next]] = next++;
      }
    }
    means.keep(next);
  }
}
