package app.parcelle.engine.cluster.algorithm;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Spectral clustering: rows are linked with their neighbours, placed by the eigenvectors of the graph's normalised Laplacian,
 * so that those between whom there are many links are near each other, and put into clusters there by k-means (von Luxburg,
 * <i>A tutorial on spectral clustering</i>, 2007). It finds clusters of any shape, bent ones too.
 *
 * <p>Beyond {@link #ROWS} rows it looks at a sample, and each other row goes with the nearest row of it.
 */
public final class SpectralClusters {
  /** Rows of which all distances are looked at, none kept; some ten seconds. */
  public static final int ROWS = 10_000;

  /** Nearest rows, the row itself among them, with which each is linked when nothing else is asked for. */
  public static final int NEIGHBOURS = 10;

  private SpectralClusters() {}

  /** @throws app.parcelle.engine.message.Problem when there are not {@code k} different rows */
  public static Partition fit(Points points, int k, Algorithm.Spectral parameters, long seed, Workers workers,
      JobContext job) {
    return fit(points, k, ROWS, parameters, seed, workers, job);
  }

  /** @param limit rows that take part in full */
  static Partition fit(Points points, int k, int limit, Algorithm.Spectral parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, k);
    if (points.rows() <= limit) {
      int[] labels = divide(points, k, parameters.neighbours(), seed, workers, job);
      return new Partition(k, labels, new Model.Labelled(points, labels), List.of());
    }
    int[] chosen = Draws.sample(points.rows(), limit, Draws.of(seed, Draws.Purpose.SAMPLE));
    Points sample = points.pick(chosen);
    Enough.rows(sample, k);
    int[] ofSample = divide(sample, k, parameters.neighbours(), seed, workers, new Stage(job, 0, 0.8));
    int[] nearest = Nearest.of(sample, points, workers, new Stage(job, 0.8, 1));
    int[] labels = new int[points.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = ofSample[nearest[row]];
    }
    return new Partition(k, labels, new Model.Labelled(sample, ofSample),
        List.of(new Partition.Detail.Sample(limit)));
  }

  private static int[] divide(Points points, int k, @Nullable Integer neighbours, long seed, Workers workers,
      JobContext job) {
    // the row itself is counted, as it is elsewhere
    int others = Math.max(1, (neighbours == null ? NEIGHBOURS : neighbours) - 1);
    Graph graph = Graph.of(points, others, k, workers, new Stage(job, 0, 0.2));
    double[][] places = Spectrum.of(graph, k, Draws.of(seed, Draws.Purpose.START, k), workers,
        new Stage(job, 0.2, 0.8));
    double[] values = new double[points.rows() * k];
    for (int row = 0; row < points.rows(); row++) {
      for (int d = 0; d < k; d++) {
        values[row * k + d] = places[d][row];
      }
    }
    Points placed = new Points(values, points.rows(), k);
    return Starts.best(placed, k, k, Starts.COUNT, seed, workers, new Stage(job, 0.8, 1)).getFirst().labels();
  }
}
