package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Whether rows crowd together more than if they were thrown evenly over the box of their values (Hopkins, <i>A new method for
 * determining the type of distribution of plant individuals</i>, Annals of Botany 18, 1954), with distances to the power of the
 * dimension, without which it has no fixed distribution (Cross and Jain 1982; Wright, <i>Will the real Hopkins statistic please
 * stand up?</i>, R Journal 14, 2022). About 0.5 for rows thrown evenly, towards 1 for rows that crowd, towards 0 for a lattice.
 * A single dense crowd is not even either, so a high value does not prove clusters; a low one speaks against them.
 */
public final class Hopkins {
  /** Up to so many rows are looked at, beyond a sample of as many. */
  public static final int ROWS = 5_000;

  /** Above it the rows crowd by more than chance. */
  public static final double CROWDED = 0.75;

  /** Below it they keep away from each other. */
  public static final double SPACED = 0.3;

  /** One row in so many is a probe. */
  private static final int PROBES = 10;

  private Hopkins() {}

  /** @return 0 to 1; NaN for fewer than two different rows */
  public static double of(Points points, long seed, Workers workers, JobContext job) {
    RandomGenerator random = Draws.of(seed, Draws.Purpose.TENDENCY);
    Points sample = points.rows() <= ROWS ? points : points.pick(Draws.sample(points.rows(), ROWS, random));
    int probes = Math.min(sample.rows(), Math.max(30, sample.rows() / PROBES));
    int[] chosen = Draws.sample(sample.rows(), probes, random);
    double[] thrown = thrown(sample, probes, random);
    double[] fromBox = new double[probes];
    double[] fromRows = new double[probes];
    workers.run(probes, i -> {
      job.throwIfCancelled();
      fromBox[i] = sample.dims() / 2.0 * Math.log(nearest(sample, thrown, i, -1));
      fromRows[i] = sample.dims() / 2.0 * Math.log(nearest(sample, sample.values(), chosen[i], chosen[i]));
    });
    // powers of many dimensions leave the range of numbers: they are taken relative to the largest
    double largest = Math.max(max(fromBox), max(fromRows));
    double box = Arrays.stream(fromBox).map(v -> Math.exp(v - largest)).sum();
    double rows = Arrays.stream(fromRows).map(v -> Math.exp(v - largest)).sum();
    return Double.isFinite(largest) ? box / (box + rows) : Double.NaN;
  }

  /** What a value means, in plain words. */
  public static Message words(double value) {
    if (Double.isNaN(value)) {
      return Message.of("cluster.tendency.unknown");
    }
    return Message.of(value > CROWDED
        ? "cluster.tendency.crowded"
        : value < SPACED ? "cluster.tendency.spaced" : "cluster.tendency.even", value);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
  }

  private static double[] thrown(Points points, int count, RandomGenerator random) {
    int dims = points.dims();
    double[] low = new double[dims];
    double[] high = new double[dims];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < points.rows() * dims; i++) {
      low[i % dims] = Math.min(low[i % dims], points.values()[i]);
      high[i % dims] = Math.max(high[i % dims], points.values()[i]);
    }
    double[] thrown = new double[count * dims];
    Arrays.setAll(thrown, i -> low[i % dims] + random.nextDouble() * (high[i % dims] - low[i % dims]));
    return thrown;
  }

  /** The squared distance of a probe to the nearest row but one. */
  private static double nearest(Points points, double[] probes, int probe, int except) {
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < points.rows(); row++) {
      if (row != except) {
        least = Math.min(least, points.squared(row, probes, probe * points.dims()));
      }
    }
    return least;
  }
}
