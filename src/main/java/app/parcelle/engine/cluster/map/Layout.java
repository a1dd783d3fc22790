package app.parcelle.engine.cluster.map;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Nearest;
import app.parcelle.engine.cluster.points.Neighbours;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/** Puts rows onto a plane: rows x 2. */
interface Layout {
  float[] of(Points points, JobContext job);

  /** Lays out a sample of at most so many rows, and puts each other row between the three of it that are nearest. */
  static float[] sampled(Points points, int most, long seed, Workers workers, JobContext job, Layout layout) {
    if (points.rows() <= most) {
      return layout.of(points, job);
    }
    int[] chosen = Draws.sample(points.rows(), most, Draws.of(seed, Draws.Purpose.SAMPLE));
    Points sample = points.pick(chosen);
    float[] placed = layout.of(sample, new Stage(job, 0, 0.9));
    Neighbours neighbours = Neighbours.of(sample, workers, job);
    float[] all = new float[2 * points.rows()];
    int task = 1_024;
    workers.run(Math.ceilDiv(points.rows(), task), block -> {
      Nearest nearest = new Nearest(3);
      for (int row = block * task; row < Math.min(points.rows(), (block + 1) * task); row++) {
        job.throwIfCancelled();
        neighbours.nearest(points.values(), row * points.dims(), nearest);
        place(row, nearest, placed, all);
      }
    });
    return all;
  }

  private static void place(int row, Nearest nearest, float[] placed, float[] all) {
    double x = 0;
    double y = 0;
    double total = 0;
    for (int i = 0; i < nearest.size(); i++) {
      // a row of the sample is where it is
      double weight = nearest.squared(0) == 0
          ? i == 0 ? 1 : 0
          : nearest.squared(0) / nearest.squared(i);
      x += weight * placed[2 * nearest.row(i)];
      y += weight * placed[2 * nearest.row(i) + 1];
      total += weight;
    }
    all[2 * row] = (float) (x / total);
    all[2 * row + 1] = (float) (y / total);
  }

  /**
   * The two principal components, the first of a given deviation, by orthogonal iteration (Golub and Van Loan, <i>Matrix
   * Computations</i>, 8.2), which needs no matrix of dims x dims.
   */
  static double[] principal(Points points, double deviation, JobContext job) {
    int rows = points.rows();
    int dims = points.dims();
    double[] mean = PrincipalAxes.mean(points, job);
    double[][] axes = new double[2][dims];
    for (int d = 0; d < dims; d++) {
      // two directions that are not alike, and to no axis at right angles
      axes[0][d] = 1 + d % 3 * 0.1;
      axes[1][d] = d % 2 == 0 ? 1 : -0.7;
    }
    double[] placed = new double[2 * rows];
    for (int iteration = 0; iteration < 40; iteration++) {
      orthonormal(axes);
      double[][] next = new double[2][dims];
      for (int row = 0; row < rows; row++) {
        if (row % 256 == 0) {
          job.throwIfCancelled();
        }
        for (int a = 0; a < 2; a++) {
          double sum = 0;
          for (int d = 0; d < dims; d++) {
            sum += (points.values()[row * dims + d] - mean[d]) * axes[a][d];
          }
          placed[2 * row + a] = sum;
          for (int d = 0; d < dims; d++) {
            next[a][d] += sum * (points.values()[row * dims + d] - mean[d]);
          }
        }
      }
      axes = next;
    }
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      squares += placed[2 * row] * placed[2 * row];
    }
    double scale = squares > 0 ? deviation / Math.sqrt(squares / rows) : 0;
    for (int i = 0; i < placed.length; i++) {
      placed[i] *= scale;
    }
    return placed;
  }

  static float[] floats(double[] places) {
    float[] floats = new float[places.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) places[i];
    }
    return floats;
  }

  private static void orthonormal(double[][] axes) {
    double along = 0;
    normalise(axes[0]);
    for (int d = 0; d < axes[0].length; d++) {
      along += axes[0][d] * axes[1][d];
    }
    for (int d = 0; d < axes[0].length; d++) {
      axes[1][d] -= along * axes[0][d];
    }
    normalise(axes[1]);
  }

  private static void normalise(double[] axis) {
    double squares = 0;
    for (double x : axis) {
      squares += x * x;
    }
    for (int d = 0; d < axis.length; d++) {
      axis[d] = squares > 1e-200 ? axis[d] / Math.sqrt(squares) : 0;
    }
  }
}
