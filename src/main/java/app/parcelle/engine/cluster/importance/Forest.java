package app.parcelle.engine.cluster.importance;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;

/**
 * What each field adds to telling a target, by a small forest of extremely randomised trees (Geurts, Ernst and Wehenkel, Machine
 * Learning 63, 2006): a split is the best of a few that are drawn, one a field, at the value of a drawn row. A forest learns from
 * two thirds of the rows; the importance of a field is the share of the target's variance that is no longer explained in the
 * others when the field's values are dealt anew among them (Breiman, Machine Learning 45, 2001).
 */
final class Forest {
  private static final int TREES = 60;
  private static final int LEAST_TO_SPLIT = 10;
  private static final int ROWS = 4_000;
  private static final int DEALS = 3;

  /** Rarer levels of a target are not told apart. */
  private static final int LEVELS = 20;

  private final double[][] features;
  private final boolean[] named;
  private final double[][] targets;
  private final int[] learned;
  private final int[] unseen;
  private final long seed;
  private final JobContext job;

  private Forest(Sheet sheet, Sheet.Source target, int[] rows, long seed, JobContext job) {
    this.features = new double[sheet.columns().size()][];
    this.named = new boolean[features.length];
    for (int f = 0; f < features.length; f++) {
      features[f] = feature(sheet.columns().get(f));
      named[f] = sheet.columns().get(f) instanceof Sheet.Categories;
    }
    this.targets = targets(target);
    int cut = rows.length * 2 / 3;
    this.learned = Arrays.copyOf(rows, cut);
    this.unseen = Arrays.copyOfRange(rows, cut, rows.length);
    this.seed = seed;
    this.job = job;
  }

  /** @return one a column, 0 where there are too few rows to tell; below 0 only by chance */
  static double[] permutation(Sheet sheet, Sheet.Source target, long seed, Workers workers, JobContext job) {
    int[] known = IntStream.range(0, sheet.rows()).filter(row -> switch (target) {
      case Sheet.Numbers numbers -> !Double.isNaN(numbers.values()[row]);
      case Sheet.Categories categories -> categories.codes()[row] >= 0;
    }).toArray();
    if (known.length < 3 * LEAST_TO_SPLIT) {
      return new double[sheet.columns().size()];
    }
    int[] order = Reassignment.shuffled(known.length, Draws.of(seed, Draws.Purpose.SAMPLE, 4));
    int[] rows = Arrays.stream(order).limit(ROWS).map(i -> known[i]).toArray();
    return new Forest(sheet, target, rows, seed, job).permutation(workers);
  }

  /** A gap is below all values, or a level of its own. */
  private static double[] feature(Sheet.Source source) {
    return switch (source) {
      case Sheet.Numbers numbers ->
        Arrays.stream(numbers.values()).map(v -> Double.isNaN(v) ? -Double.MAX_VALUE : v).toArray();
      case Sheet.Categories categories -> Arrays.stream(categories.codes()).asDoubleStream().toArray();
    };
  }

  /** One column of a number, or one for each frequent level of a category. */
  private static double[][] targets(Sheet.Source target) {
    return switch (target) {
      case Sheet.Numbers numbers -> new double[][]{numbers.values()};
      case Sheet.Categories(_, var levels, int[] codes) ->
        IntStream.range(0, Math.min(LEVELS, levels.size()))
            .mapToObj(level -> Arrays.stream(codes).mapToDouble(code -> code == level ? 1 : 0).toArray())
            .toArray(double[][]::new);
    };
  }

  private double[] permutation(Workers workers) {
    Tree[] trees = new Tree[TREES];
    workers.run(TREES, t -> trees[t] = grown(learned, Draws.of(seed, Draws.Purpose.SAMPLE, 5, t)));
    double[] everyones = mean(learned);
    double variance = missed((_, mean) -> System.arraycopy(everyones, 0, mean, 0, mean.length));
    double[] lost = new double[features.length];
    if (!(variance > 0)) {
      return lost;
    }
    double usual = missed(trees, -1, unseen);
    workers.run(lost.length, f -> {
      for (int deal = 0; deal < DEALS; deal++) {
        int[] order = Reassignment.shuffled(unseen.length, Draws.of(seed, Draws.Purpose.SAMPLE, 6, f, deal));
        int[] dealt = Arrays.stream(order).map(i -> unseen[i]).toArray();
        lost[f] += (missed(trees, f, dealt) - usual) / variance / DEALS;
      }
    });
    return lost;
  }

  private sealed interface Tree {}

  private record Leaf(double[] mean) implements Tree {}

  private record Split(int feature, double value, Tree yes, Tree no) implements Tree {}

  private Tree grown(int[] rows, RandomGenerator random) {
    job.throwIfCancelled();
    if (rows.length < LEAST_TO_SPLIT) {
      return new Leaf(mean(rows));
    }
    int tries = Math.max(1, (int) Math.ceil(Math.sqrt(features.length)));
    int[] order = Reassignment.shuffled(features.length, random);
    int best = -1;
    double at = 0;
    double gain = 1e-12;
    for (int f : order) {
      double value = features[f][rows[random.nextInt(rows.length)]];
      double gained = gain(rows, f, value);
      // a field that does not vary here is no try
      tries -= Double.isNaN(gained) ? 0 : 1;
      if (gained > gain) {
        gain = gained;
        best = f;
        at = value;
      }
      if (tries == 0) {
        break;
      }
    }
    if (best < 0) {
      return new Leaf(mean(rows));
    }
    int feature = best;
    double value = at;
    int[] yes = Arrays.stream(rows).filter(row -> goes(feature, value, features[feature][row])).toArray();
    int[] no = Arrays.stream(rows).filter(row -> !goes(feature, value, features[feature][row])).toArray();
    return new Split(feature, value, grown(yes, random), grown(no, random));
  }

  private boolean goes(int feature, double value, double own) {
    return named[feature] ? own == value : own < value;
  }

  /** What a split takes off the variance; NaN where all rows go one way. */
  private double gain(int[] rows, int feature, double value) {
    double gain = 0;
    for (double[] target : targets) {
      double yes = 0;
      double no = 0;
      int count = 0;
      for (int row : rows) {
        if (goes(feature, value, features[feature][row])) {
          yes += target[row];
          count++;
        } else {
          no += target[row];
        }
      }
      if (count == 0 || count == rows.length) {
        return Double.NaN;
      }
      double gap = yes / count - no / (rows.length - count);
      gain += gap * gap * count / rows.length * (rows.length - count);
    }
    return gain;
  }

  private double[] mean(int[] rows) {
    return Arrays.stream(targets)
        .mapToDouble(target -> Arrays.stream(rows)
            .mapToDouble(row -> target[row])
            .average()
            .orElse(0))
        .toArray();
  }

  /** Says what is expected of a row that was not seen. */
  private interface Guess {
    void of(int i, double[] mean);
  }

  /** @param dealt whose value of the field each unseen row is given; the others are its own */
  private double missed(Tree[] trees, int field, int[] dealt) {
    return missed((i, mean) -> {
      job.throwIfCancelled();
      for (Tree tree : trees) {
        double[] leaf = leaf(tree, unseen[i], field, dealt[i]);
        for (int t = 0; t < mean.length; t++) {
          mean[t] += leaf[t] / trees.length;
        }
      }
    });
  }

  private double missed(Guess guess) {
    double squares = 0;
    for (int i = 0; i < unseen.length; i++) {
      double[] mean = new double[targets.length];
      guess.of(i, mean);
      for (int t = 0; t < mean.length; t++) {
        double gap = targets[t][unseen[i]] - mean[t];
        squares += gap * gap;
      }
    }
    return squares;
  }

  private double[] leaf(Tree tree, int row, int field, int other) {
    return switch (tree) {
      case Leaf(double[] mean) -> mean;
      case Split(int feature, double value, Tree yes, Tree no) -> {
        boolean goes = goes(feature, value, features[feature][feature == field ? other : row]);
        yield leaf(goes ? yes : no, row, field, other);
      }
    };
  }
}
