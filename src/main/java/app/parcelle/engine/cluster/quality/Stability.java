package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Whether clusters come again when the customers are drawn anew: for each cluster the mean, over bootstrap samples, of its
 * Jaccard similarity with the most similar cluster found there (Hennig, <i>Cluster-wise assessment of cluster stability</i>,
 * Computational Statistics and Data Analysis 52, 2007). After Hennig 0.75 and more is stable, under 0.5 has dissolved.
 */
public final class Stability {
  private Stability() {}

  /**
   * @param labellings of the points, each one label a row, from 0, or noise, which is no cluster but can be found in one
   * @param refit clusters a sample into as many clusters as each labelling has
   * @param draws bootstrap samples, the same for all labellings
   * @return labellings x clusters; NaN for a cluster that was in no sample
   */
  public static double[][] of(Points points, List<int[]> labellings, Choice.Refit refit, int draws, long seed,
      Workers workers, JobContext job) {
    int most = labellings.stream().mapToInt(Stability::clusters).max().orElse(0);
    double[][][] similar = new double[draws][][];
    workers.run(draws, draw -> {
      RandomGenerator random = Draws.of(seed, Draws.Purpose.BOOTSTRAP, draw);
      int[] chosen = random.ints(points.rows(), 0, points.rows()).sorted().toArray();
      Points sample = points.pick(chosen);
      Choice.Refit.ByK refitted = refit.upTo(sample, most, seed + draw);
      List<double[]> found = new ArrayList<>();
      for (int[] labels : labellings) {
        job.throwIfCancelled();
        int[] again = refitted.labels(clusters(labels));
        found.add(similarities(labels, again, chosen));
      }
      similar[draw] = found.toArray(double[][]::new);
    });
    double[][] means = new double[labellings.size()][];
    for (int l = 0; l < means.length; l++) {
      means[l] = new double[clusters(labellings.get(l))];
      for (int j = 0; j < means[l].length; j++) {
        int labelling = l;
        int cluster = j;
        means[l][j] = Arrays.stream(similar)
            .mapToDouble(draw -> draw[labelling][cluster])
            .filter(value -> !Double.isNaN(value))
            .average()
            .orElse(Double.NaN);
      }
    }
    return means;
  }

  /** One a cluster, on the different rows that were drawn; NaN for one of which none was. */
  private static double[] similarities(int[] labels, int[] again, int[] chosen) {
    int[][] table = new int[clusters(labels) + 1][clusters(again) + 1];
    for (int i = 0; i < chosen.length; i++) {
      if (i == 0 || chosen[i] != chosen[i - 1]) {
        // noise is line and column 0: no cluster is compared with it, but what is lost in it counts
        table[labels[chosen[i]] + 1][again[i] + 1]++;
      }
    }
    double[] similarities = new double[table.length - 1];
    int[] found = new int[table[0].length];
    for (int[] line : table) {
      Arrays.setAll(found, j -> found[j] + line[j]);
    }
    for (int c = 1; c < table.length; c++) {
      int size = Arrays.stream(table[c]).sum();
      double best = size == 0 ? Double.NaN : 0;
      for (int j = 1; j < found.length && size > 0; j++) {
        best = Math.max(best, (double) table[c][j] / (size + found[j] - table[c][j]));
      }
      similarities[c - 1] = best;
    }
    return similarities;
  }

  private static int clusters(int[] labels) {
    return Arrays.stream(labels).max().orElse(Partition.NOISE) + 1;
  }
}
