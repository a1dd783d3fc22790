package app.parcelle.engine.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.quality.Agreement;
import app.parcelle.engine.message.Message;

/**
 * Clusterings of the same prepared rows beside each other.
 *
 * @param found in the order asked for
 * @param failed methods that found nothing in these rows
 * @param pairs the agreement of the first with the second, the third, ..., of the second with the third, ...
 */
public record Comparison(List<Found> found, List<Failed> failed, List<Agreement> pairs) {
  /** @param took how long the search was; it differs from one run to the next */
  public record Found(Algorithm algorithm, ClusterResult result, Duration took) {
    public Measures measures() {
      ClusterResult.Separation separation = result.separation();
      return new Measures(result.k(), separation.silhouette(), separation.daviesBouldin(),
          separation.calinskiHarabasz(), result.noise());
    }
  }

  /** @param why what to change */
  public record Failed(Algorithm algorithm, Message why) {}

  /**
   * What is compared.
   *
   * @param silhouette NaN, as the two behind it, where there is one cluster or none
   * @param noise rows in no cluster
   */
  public record Measures(int k, double silhouette, double daviesBouldin, double calinskiHarabasz, int noise) {
    public double of(Measure measure) {
      return switch (measure) {
        case SILHOUETTE -> silhouette;
        case DAVIES_BOULDIN -> daviesBouldin;
        case CALINSKI_HARABASZ -> calinskiHarabasz;
      };
    }
  }

  /** What a clustering can be better at than another. */
  public enum Measure {
    /** More is better. */
    SILHOUETTE,
    /** Less is better. */
    DAVIES_BOULDIN,
    /** More is better. */
    CALINSKI_HARABASZ
  }

  public Comparison {
    found = List.copyOf(found);
    failed = List.copyOf(failed);
    pairs = List.copyOf(pairs);
  }

  /** @param found of the same prepared rows */
  public static Comparison of(List<Found> found, List<Failed> failed) {
    List<int[]> labels = found.stream().map(one -> labels(one.result())).toList();
    List<Agreement> pairs = new ArrayList<>();
    for (int one = 0; one < labels.size(); one++) {
      for (int two = one + 1; two < labels.size(); two++) {
        pairs.add(Agreement.of(labels.get(one), labels.get(two)));
      }
    }
    return new Comparison(found, failed, pairs);
  }

  /** The cluster of each prepared row from 0, the largest first, or noise. */
  private static int[] labels(ClusterResult result) {
    int[] labels = new int[result.points().rows()];
    Arrays.setAll(labels, point -> {
      int cluster = result.clusterOfPoint(point);
      return cluster == 0 ? Partition.NOISE : cluster - 1;
    });
    return labels;
  }

  /** How far two of them agree; the clusters of the one that was found earlier are the lines of its table. */
  public Agreement agreement(int one, int two) {
    int first = Math.min(one, two);
    int second = Math.max(one, two);
    if (first == second) {
      throw new IllegalArgumentException("one clustering only: " + one);
    }
    return pairs.get(first * (2 * found.size() - first - 1) / 2 + second - first - 1);
  }

  /** The places of those that no other is better than; none where fewer than two can be compared. */
  public Set<Integer> best(Measure measure) {
    List<Integer> known = IntStream.range(0, found.size())
        .filter(i -> !Double.isNaN(value(i, measure)))
        .boxed()
        .toList();
    double best = known.stream().mapToDouble(i -> merit(i, measure)).max().orElse(Double.NaN);
    return known.size() < 2
        ? Set.of()
        : known.stream().filter(i -> merit(i, measure) == best).collect(Collectors.toUnmodifiableSet());
  }

  private double value(int place, Measure measure) {
    return found.get(place).measures().of(measure);
  }

  private double merit(int place, Measure measure) {
    return switch (measure) {
      case SILHOUETTE, CALINSKI_HARABASZ -> value(place, measure);
      case DAVIES_BOULDIN -> -value(place, measure);
    };
  }

  /**
   * What an adjusted Rand index means, after Steinley (<i>Psychological Methods</i> 9, 2004). What he calls poor, below 0.65, is
   * told in three steps: 0.6 still has most customers together.
   */
  public static Message words(double adjustedRand) {
    if (adjustedRand >= 0.9) {
      return Message.of("comparison.agreement.same", adjustedRand);
    }
    if (adjustedRand >= 0.8) {
      return Message.of("comparison.agreement.good", adjustedRand);
    }
    if (adjustedRand >= 0.65) {
      return Message.of("comparison.agreement.fair", adjustedRand);
    }
    if (adjustedRand >= 0.4) {
      return Message.of("comparison.agreement.part", adjustedRand);
    }
    return Message.of(adjustedRand >= 0.2 ? "comparison.agreement.poor" : "comparison.agreement.none",
        adjustedRand);
  }
}
