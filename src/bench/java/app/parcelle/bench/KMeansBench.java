package app.parcelle.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import smile.clustering.Clustering;
import smile.clustering.KMeans;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.cluster.ClusterRequest.Preparation;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.Clusters;
import app.parcelle.engine.cluster.FeatureMatrix;
import app.parcelle.engine.cluster.OneFit;
import app.parcelle.engine.job.JobContext;

/**
 * K-means on 1,000,000 x 10 with 8 clusters: Parcelle on one and two threads, and Smile's {@code lloyd}, from random starts of
 * the same kind and as many iterations, in turns. Then a whole search for k = 2 to 10. Rows: {@code -Drows=}.
 */
public final class KMeansBench {
  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int DIMS = 10;
  private static final int K = 8;
  private static final int ITERATIONS = 20;
  private static final int RUNS = 5;

  private KMeansBench() {}

  public static void main(String[] args) {
    double[] values = values();
    double[][] rows = new double[ROWS][];
    Arrays.setAll(rows, row -> Arrays.copyOfRange(values, row * DIMS, (row + 1) * DIMS));
    System.out.printf(Locale.ROOT, "%,d x %d, k = %d, %d iterations, %d processors%n", ROWS, DIMS, K,
        ITERATIONS, Runtime.getRuntime().availableProcessors());
    OneFit fit = new OneFit(values, ROWS, DIMS, K, ITERATIONS);
    for (int run = 0; run < RUNS; run++) {
      double one = time("Parcelle, 1 thread", () -> fit.inertia(1));
      double two = time("Parcelle, 2 threads", () -> fit.inertia(2));
      double peer = time("Smile lloyd", () -> {
        var model = KMeans.lloyd(rows, new Clustering.Options(K, ITERATIONS, 0, null));
        return model.distortion() * ROWS;
      });
      System.out.printf(Locale.ROOT, "  Smile / Parcelle: %.1f on one thread, %.1f on two%n", peer / one,
          peer / two);
    }
    search(values);
  }

  private static void search(double[] values) {
    List<String> names = new ArrayList<>();
    List<Preparation> fields = new ArrayList<>();
    for (int d = 0; d < DIMS; d++) {
      names.add("field " + d);
      fields.add(new Preparation("f" + d, Missing.LEAVE_OUT, false, true));
    }
    FeatureMatrix matrix = new FeatureMatrix(names, ROWS, values);
    ClusterRequest request = new ClusterRequest(fields, null, 10, 1);
    time("whole search, k = 2 to 10, 2 threads", () -> {
      ClusterResult result = Clusters.find(matrix, request, 2, JobContext.silent());
      System.out.println("  recommended " + result.recommended() + " " + result.silhouette());
      return (double) result.k();
    });
  }

  private static double time(String what, Supplier<Double> work) {
    long start = System.nanoTime();
    double answer = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%-40s %7.3f s   %.6g%n", what, seconds, answer);
    return seconds;
  }

  /** Eight groups of unequal sizes that overlap. */
  private static double[] values() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[] centres = random.doubles(K * DIMS, -2.5, 2.5).toArray();
    double[] values = new double[ROWS * DIMS];
    for (int row = 0; row < ROWS; row++) {
      int group = (int) (K * random.nextDouble() * random.nextDouble());
      for (int d = 0; d < DIMS; d++) {
        values[row * DIMS + d] = centres[group * DIMS + d] + random.nextGaussian();
      }
    }
    return values;
  }
}
