package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
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
    return range(points, k, k, limit, parameters, seed, workers, job).getFirst();
  }

  /**
   * One partition for each number of clusters from 2 to {@code maxK}, in that order, from the same eigenvectors; up to as many
   * clusters only as there are different rows.
   *
   * @throws app.parcelle.engine.message.Problem when there are not 2 different rows
   */
  public static List<Partition> range(Points points, int maxK, Algorithm.Spectral parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, Math.min(2, maxK));
    int most = Enough.different(MixedPoints.of(points), maxK);
    return range(points, 2, most, ROWS, parameters, seed, workers, job);
  }

  private static List<Partition> range(Points points, int minK, int maxK, int limit,
      Algorithm.Spectral parameters, long seed, Workers workers, JobContext job) {
    // the row itself is counted, as it is elsewhere
    int others = Math.max(1, (parameters.neighbours() == null ? NEIGHBOURS : parameters.neighbours()) - 1);
    List<Partition> found = new ArrayList<>();
    if (points.rows() <= limit) {
      List<int[]> divided = divide(points, minK, maxK, others, seed, workers, job);
      for (int k = minK; k <= maxK; k++) {
        int[] labels = divided.get(k - minK);
        found.add(new Partition(k, labels, new Model.Labelled(points, labels), List.of()));
      }
      return found;
    }
    Points sample = points.pick(
        Draws.sample(points.rows(), limit, Draws.of(seed, Draws.Purpose.SAMPLE)));
    Enough.rows(sample, maxK);
    List<int[]> divided = divide(sample, minK, maxK, others, seed, workers, new Stage(job, 0, 0.8));
    int[] nearest = BruteForce.of(sample, points, workers, new Stage(job, 0.8, 1));
    for (int k = minK; k <= maxK; k++) {
      int[] ofSample = divided.get(k - minK);
      int[] labels = Arrays.stream(nearest).map(row -> ofSample[row]).toArray();
      found.add(new Partition(k, labels, new Model.Labelled(sample, ofSample),
          List.of(new Partition.Detail.Sample(limit))));
    }
    return found;
  }

  /** The labels for each number of clusters. Those fewer than the graph has parts need the graph whose parts are linked. */
  private static List<int[]> divide(Points points, int minK, int maxK, int others, long seed,
      Workers workers, JobContext job) {
    Graph graph = Graph.of(points, others, maxK, workers, new Stage(job, 0, 0.2));
    int parts = Arrays.stream(graph.parts()).max().orElse(0) + 1;
    if (parts <= minK) {
      return divide(graph, minK, maxK, seed, workers, new Stage(job, 0.2, 1));
    }
    Graph linked = Graph.of(points, others, minK, workers, new Stage(job, 0.2, 0.4));
    List<int[]> divided = new ArrayList<>(
        divide(linked, minK, parts - 1, seed, workers, new Stage(job, 0.4, 0.7)));
    divided.addAll(divide(graph, parts, maxK, seed, workers, new Stage(job, 0.7, 1)));
    return divided;
  }

  private static List<int[]> divide(Graph graph, int minK, int maxK, long seed, Workers workers,
      JobContext job) {
    double[][] places = Spectrum.of(graph, maxK, Draws.of(seed, Draws.Purpose.START, maxK), workers,
        new Stage(job, 0, 0.75));
    List<int[]> divided = new ArrayList<>();
    for (int k = minK; k <= maxK; k++) {
      double[] values = new double[graph.rows() * k];
      for (int i = 0; i < values.length; i++) {
        values[i] = places[i % k][i / k];
      }
      Points placed = new Points(values, graph.rows(), k);
      Stage stage = new Stage(job, 0.75 + 0.25 * (k - minK) / (maxK - minK + 1),
          0.75 + 0.25 * (k - minK + 1) / (maxK - minK + 1));
      divided.add(Starts.best(placed, k, k, Starts.COUNT, seed, workers, stage).getFirst().labels());
    }
    return divided;
  }
}
