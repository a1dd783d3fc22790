package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Columns;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Single linkage: the shortest tree that links all points (Prim, <i>Shortest connection networks and some generalizations</i>, 1957), whose
 * edges are the joins of single linkage (Gower and Ross 1969). All distances are looked at once, none is kept.
 */
final class SingleLinkage {
  private static final int TILE = 1_024;

  private SingleLinkage() {}

  static Merges of(Points points, JobContext job) {
    int rows = points.rows();
    Columns outside = new Columns(points);
    int[] rowAt = new int[rows];
    Arrays.setAll(rowAt, i -> i);
    int[] linkedTo = new int[rows];
    double[] squared = new double[rows];
    Arrays.fill(squared, Double.POSITIVE_INFINITY);
    double[] place = new double[points.dims()];
    double[] tile = new double[TILE];
    Merges merges = new Merges(rows);
    int next = 0;
    for (int left = rows - 1; left > 0; left--) {
      job.throwIfCancelled();
      if (left % 512 == 0) {
        job.progress((long) rows * rows - (long) left * left, (long) rows * rows,
            Message.of("cluster.progress.join"));
      }
      int row = rowAt[next];
      outside.read(next, place);
      outside.move(left, next);
      rowAt[next] = rowAt[left];
      linkedTo[next] = linkedTo[left];
      squared[next] = squared[left];
      double least = Double.POSITIVE_INFINITY;
      for (int from = 0; from < left; from += TILE) {
        int count = Math.min(TILE, left - from);
        outside.squared(place, from, from + count, tile);
        for (int i = 0; i < count; i++) {
          int at = from + i;
          double nearest = squared[at];
          if (tile[i] < nearest) {
            nearest = tile[i];
            squared[at] = nearest;
            linkedTo[at] = row;
          }
          if (nearest < least) {
            least = nearest;
            next = at;
          }
        }
      }
      merges.add(linkedTo[next], rowAt[next], Math.sqrt(least));
    }
    return merges;
  }
}
