package app.parcelle.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.quality.Evidence;
import app.parcelle.engine.cluster.quality.Silhouette;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Finds clusters of like customers by k-means, says how many there are, and draws their map. */
public final class Clusters {
  /** Up to so many rows the silhouette is computed on all, beyond on a sample of that size. */
  static final int SILHOUETTE_ROWS = 5_000;

  /** Of progress. */
  static final int STEPS = 5;

  private Clusters() {}

  /**
   * Prepares the matrix, tries every number of clusters from 2 to {@code request.maxK()} and looks closer at the one asked
   * for, else the recommended one, else the one with the best silhouette. The same request gives the same result on any number
   * of threads.
   *
   * @param matrix one column a field of the request, in its order
   * @param threads how many may work
   * @throws Problem when the data cannot be clustered so; it says what to change
   */
  public static ClusterResult find(FeatureMatrix matrix, ClusterRequest request, int threads,
      JobContext job) {
    int wanted = request.k() == null ? 2 : request.k();
    if (wanted < 2 || request.maxK() < 2) {
      throw new Problem(Message.of("cluster.problem.one-cluster"));
    }
    job.progress(0, STEPS, Message.of("cluster.progress.prepare"));
    int maxK = Math.max(wanted, request.maxK());
    PreparedRows prepared = PreparedRows.of(matrix, request, maxK);
    if (prepared.different() < wanted) {
      throw new Problem(Message.of("cluster.problem.fewer-than-k", prepared.different(), wanted));
    }
    try (Workers workers = new Workers(threads)) {
      return new Search(matrix, request, prepared, Math.min(maxK, prepared.different()), workers, job)
          .result(threads);
    }
  }

  /** One search, step by step. */
  private record Search(FeatureMatrix matrix, ClusterRequest request, PreparedRows prepared, int maxK,
      Workers workers, JobContext job) {

    ClusterResult result(int threads) {
      Points points = prepared.points();
      List<KMeans.Fit> fits = Starts.best(points, maxK, Starts.COUNT, request.seed(), workers,
          new Stage(job, 1.0 / STEPS, 2.0 / STEPS));
      job.progress(2, STEPS, Message.of("cluster.progress.silhouette"));
      int[] sample = Draws.sample(points.rows(), SILHOUETTE_ROWS,
          Draws.of(request.seed(), Draws.Purpose.SILHOUETTE));
      double[][] ofRows = silhouettes(fits, sample);
      double[] silhouettes = Arrays.stream(ofRows).mapToDouble(Silhouette::mean).toArray();
      job.progress(3, STEPS, Message.of("cluster.progress.compare"));
      Evidence evidence = Evidence.weigh(points, fits, silhouettes, request.seed(), workers, job);
      job.progress(4, STEPS, Message.of("cluster.progress.map"));
      int k = request.k() != null ? request.k() : evidence.k().orElseGet(() -> best(silhouettes));
      int[] labels = largestFirst(fits.get(k - 2));
      PrincipalAxes axes = PrincipalAxes.of(points);
      SortedMap<Integer, Double> inertia = byK(fits.stream().mapToDouble(KMeans.Fit::inertia).toArray());
      ClusterResult result = new ClusterResult(k, evidence.k(), evidence.reason(), byK(silhouettes), inertia,
          sample.length, byCluster(ofRows[k - 2], sample, labels, k), assignment(labels),
          Profiles.of(matrix, prepared, labels, k, workers), map(axes),
          axes(axes), request.seed(), threads);
      job.progress(STEPS, STEPS, Message.of("cluster.progress.map"));
      return result;
    }

    private double[][] silhouettes(List<KMeans.Fit> fits, int[] sample) {
      List<int[]> labellings = new ArrayList<>();
      for (KMeans.Fit fit : fits) {
        labellings.add(Arrays.stream(sample).map(row -> fit.labels()[row]).toArray());
      }
      return Silhouette.ofRows(prepared.points().pick(sample), labellings, workers, job);
    }

    /**
     * @param silhouettes one a row of the sample
     * @param labels one a point
     */
    private static List<float[]> byCluster(double[] silhouettes, int[] sample, int[] labels, int k) {
      List<float[]> clusters = new ArrayList<>();
      for (int j = 0; j < k; j++) {
        int cluster = j;
        double[] ascending = IntStream.range(0, sample.length)
            .filter(i -> labels[sample[i]] == cluster)
            .mapToDouble(i -> silhouettes[i])
            .sorted()
            .toArray();
        float[] descending = new float[ascending.length];
        for (int i = 0; i < descending.length; i++) {
          descending[i] = (float) ascending[ascending.length - 1 - i];
        }
        clusters.add(descending);
      }
      return List.copyOf(clusters);
    }

    private static int best(double[] silhouettes) {
      int best = 0;
      for (int i = 1; i < silhouettes.length; i++) {
        best = silhouettes[i] > silhouettes[best] ? i : best;
      }
      return best + 2;
    }

    private static SortedMap<Integer, Double> byK(double[] values) {
      SortedMap<Integer, Double> map = new TreeMap<>();
      for (int i = 0; i < values.length; i++) {
        map.put(i + 2, values[i]);
      }
      return map;
    }

    /** The labels, numbered by size: 0 is the largest cluster. */
    private static int[] largestFirst(KMeans.Fit fit) {
      int[] sizes = new int[fit.k()];
      for (int label : fit.labels()) {
        sizes[label]++;
      }
      int[] order = IntStream.range(0, fit.k())
          .boxed()
          .sorted(Comparator.comparingInt((Integer j) -> -sizes[j]).thenComparing(Comparator.naturalOrder()))
          .mapToInt(Integer::intValue)
          .toArray();
      int[] rank = new int[fit.k()];
      for (int i = 0; i < order.length; i++) {
        rank[order[i]] = i;
      }
      return Arrays.stream(fit.labels()).map(label -> rank[label]).toArray();
    }

    private int[] assignment(int[] labels) {
      int[] assignment = new int[matrix.rows()];
      for (int i = 0; i < labels.length; i++) {
        assignment[prepared.rowOf()[i]] = labels[i] + 1;
      }
      return assignment;
    }

    private float[] map(PrincipalAxes axes) {
      float[] map = new float[Math.multiplyExact(matrix.rows(), 2)];
      Arrays.fill(map, Float.NaN);
      Points points = prepared.points();
      workers.run(Workers.blocks(points.rows()), block -> {
        job.throwIfCancelled();
        for (int i = block * Workers.BLOCK; i < Workers.blockEnd(block, points.rows()); i++) {
          map[2 * prepared.rowOf()[i]] = (float) axes.project(points, i, 0);
          map[2 * prepared.rowOf()[i] + 1] = (float) axes.project(points, i, 1);
        }
      });
      return map;
    }

    private static List<ClusterResult.Axis> axes(PrincipalAxes axes) {
      int dims = axes.mean().length;
      List<ClusterResult.Axis> two = new ArrayList<>();
      for (int c = 0; c < 2; c++) {
        double[] loadings = c < dims
            ? Arrays.copyOfRange(axes.vectors(), c * dims, (c + 1) * dims)
            : new double[dims];
        two.add(new ClusterResult.Axis(axes.share(c), Arrays.stream(loadings).boxed().toList()));
      }
      return List.copyOf(two);
    }
  }
}
