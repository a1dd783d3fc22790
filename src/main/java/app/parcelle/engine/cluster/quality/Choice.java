package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * How many clusters there are, if any: what speaks for each number, a recommendation and its reason.
 *
 * @param recommended the number that the data speaks for; empty where it shows no clusters
 * @param reason why, in words
 * @param candidates for each number of clusters, ascending from 2
 * @param byGap the number that the gap statistic speaks for, see {@link Gap#smallest}; 1 for no clusters
 * @param hopkins the tendency to crowd, see {@link Hopkins}
 * @param silhouetteRows how many rows the silhouette was computed on; a sample where fewer than all
 * @param gapRows likewise of the gap statistic and of the comparison with data without clusters
 * @param stabilityRows likewise of the stability
 */
public record Choice(OptionalInt recommended, Message reason, List<Candidate> candidates, OptionalInt byGap,
    double hopkins, int silhouetteRows, int gapRows, int stabilityRows) {

  /** Up to so many rows the silhouette is computed on all, beyond on a sample of that size. */
  public static final int SILHOUETTE_ROWS = 5_000;

  /** With more dimensions fewer rows are looked at, so that the work stays the same. */
  private static final int SILHOUETTE_DIMS = 100;

  /** And never fewer than that. */
  private static final int FEWEST_SILHOUETTE_ROWS = 1_000;

  public Choice {
    candidates = List.copyOf(candidates);
  }

  /** Rows of so many dimensions on which the silhouette is computed; beyond, on a sample of as many. */
  public static int silhouetteRows(int dims) {
    double affordable = SILHOUETTE_ROWS * Math.sqrt((double) SILHOUETTE_DIMS / dims);
    return (int) Math.clamp(affordable, FEWEST_SILHOUETTE_ROWS, SILHOUETTE_ROWS);
  }

  /** The number where the inertia bends most; empty where too few are compared to tell. */
  public OptionalInt elbow() {
    return candidates.stream()
        .filter(candidate -> !Double.isNaN(candidate.bend()))
        .max(Comparator.comparingDouble(Candidate::bend))
        .map(candidate -> OptionalInt.of(candidate.k()))
        .orElse(OptionalInt.empty());
  }

  /**
   * What speaks for one number of clusters. A measure that says nothing here is NaN.
   *
   * @param k how many clusters were asked for
   * @param inertia the sum of squared distances to the means of the clusters
   * @param bend how sharply the inertia bends at k, see {@link Elbow}; the largest is the elbow
   * @param silhouette mean, on {@link Choice#silhouetteRows} rows
   * @param simplifiedSilhouette mean on all rows, see {@link SimplifiedSilhouette}
   * @param without the silhouette that data without clusters reaches
   * @param gap the gap statistic
   * @param gapError its error
   * @param stability mean Jaccard similarity of the clusters with those of bootstrap samples
   * @param leastStability that of the least stable cluster
   * @param smallestShare of the rows, in the smallest cluster
   */
  public record Candidate(int k, double inertia, double bend, double silhouette, double simplifiedSilhouette,
      double without, double gap, double gapError, double stability, double leastStability,
      double daviesBouldin, double calinskiHarabasz, double smallestShare) {}

  /** Clusters a sample as the whole was clustered; called on several threads at once. */
  @FunctionalInterface
  public interface Refit {
    /** What was found in a sample for one number of clusters or another. */
    @FunctionalInterface
    interface ByK {
      /** One label a row, from 0, or noise. */
      int[] labels(int k);
    }

    /**
     * @param sample of at least {@code maxK} different rows
     * @param maxK from 2 on: as many clusters may be asked for, or fewer
     */
    ByK on(Points sample, int maxK, long seed);

    /** Into fewer clusters where the sample has fewer different rows, and into one where one is asked for. */
    default ByK upTo(Points sample, int maxK, long seed) {
      int most = different(sample, maxK);
      ByK one = _ -> new int[sample.rows()];
      ByK several = most < 2 ? one : on(sample, most, seed);
      return k -> k < 2 ? one.labels(k) : several.labels(Math.min(k, most));
    }

    /** By k-means, the best of a few starts. */
    static Refit kMeans(int starts, JobContext job) {
      return (sample, _, seed) -> k -> {
        try (Workers alone = Workers.inline()) {
          List<KMeans.Fit> fits = new ArrayList<>();
          for (int start = 0; start < starts; start++) {
            int tried = start % 2 == 0 ? 2 + (int) Math.log(k) : 1;
            var random = Draws.of(seed, Draws.Purpose.START, k, start);
            double[] centres = Starts.plusPlus(sample, k, tried, random);
            fits.add(KMeans.fit(sample, centres, new KMeans.Patience(300, 1e-7), alone, job));
          }
          return fits.stream().min((a, b) -> Double.compare(a.inertia(), b.inertia())).orElseThrow().labels();
        }
      };
    }
  }

  /**
   * @param byK the partitions for k from 2 on, ascending without gaps; not empty
   * @param refit the algorithm that made them
   */
  public static Choice of(Points points, List<Partition> byK, Refit refit, long seed, Workers workers,
      JobContext job) {
    return new Comparison(points, byK, refit, seed, workers, job).choice();
  }

  private static int different(Points points, int enough) {
    Set<List<Double>> rows = new HashSet<>();
    for (int row = 0; row < points.rows() && rows.size() < enough; row++) {
      int from = row * points.dims();
      rows.add(Arrays.stream(points.values(), from, from + points.dims()).boxed().toList());
    }
    return rows.size();
  }
}
