package app.parcelle.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

import smile.clustering.Clustering;

import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * K-means on 1,000,000 x 10 with 8 clusters, in turns: Parcelle on one and two threads and scikit-learn's {@code lloyd} and
 * {@code elkan} from the same start and with as many iterations, so that they end at the same inertia; and Smile's
 * {@code lloyd}, which takes no start, with its own and with as many iterations. Rows: {@code -Drows=}; {@code -Dpython=} names
 * an interpreter that has scikit-learn.
 */
public final class KMeansBench {
  private static final int K = 8;
  private static final int ITERATIONS = 20;
  private static final int RUNS = 5;

  private KMeansBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Points points = Crowd.points(Integer.getInteger("rows", 1_000_000), K);
    double[][] rows = new double[points.rows()][];
    Arrays.setAll(rows,
        row -> Arrays.copyOfRange(points.values(), row * points.dims(), (row + 1) * points.dims()));
    double[] start = start(points);
    System.out.printf(Locale.ROOT, "%,d x %d, k = %d, %d iterations, %d processors%n", points.rows(),
        points.dims(), K, ITERATIONS, Runtime.getRuntime().availableProcessors());
    try (ScikitLearn peer = new ScikitLearn(points, start, K, ITERATIONS)) {
      for (int run = 0; run < RUNS; run++) {
        double one = time("Parcelle, 1 thread", () -> inertia(points, start, 1));
        double two = time("Parcelle, 2 threads", () -> inertia(points, start, 2));
        double withStart = time("Parcelle, 2 threads, with its start",
            () -> inertia(points, start(points), 2));
        double lloydOfSmile = time("Smile lloyd, with its start", () -> {
          var model = smile.clustering.KMeans.lloyd(rows, new Clustering.Options(K, ITERATIONS, 0, null));
          return model.distortion() * rows.length;
        });
        double lloyd = peer.seconds("lloyd");
        double elkan = peer.seconds("elkan");
        System.out.printf(Locale.ROOT,
            "  Smile / Parcelle, with starts: %.1f; scikit-learn / Parcelle on two threads: lloyd %.1f, elkan %.1f; on one: %.1f, %.1f%n",
            lloydOfSmile / withStart, lloyd / two, elkan / two, lloyd / one, elkan / one);
      }
    }
  }

  private static double[] start(Points points) {
    int[] sample = Draws.sample(points.rows(), Starts.SAMPLE, Draws.of(1, Draws.Purpose.SAMPLE));
    return Starts.plusPlus(points.pick(sample), K, 3, Draws.of(1, Draws.Purpose.START));
  }

  private static double inertia(Points points, double[] start, int threads) {
    try (Workers workers = new Workers(threads)) {
      // the first assignment counts as an iteration here, and not in scikit-learn
      return KMeans.fit(points, start, new KMeans.Patience(ITERATIONS + 1, 0), workers, JobContext.silent())
          .inertia();
    }
  }

  static double time(String what, Supplier<Double> work) {
    long start = System.nanoTime();
    double answer = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%-48s %7.3f s   %.12g%n", what, seconds, answer);
    return seconds;
  }
}
