package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Finds boxes one after the other, each among those that no earlier one takes in, as RIPPER does (Cohen, <i>Fast effective rule
 * induction</i>, ICML 1995). A box grows by the feature and interval that raise the F-measure most, after which the intervals it
 * has are found anew, so that they fit each other (as PRIM's pasting does; Friedman and Fisher, <i>Bump hunting in
 * high-dimensional data</i>, 1999).
 */
final class BoxSearch {
  private static final int BOXES = 4;
  /** First features from which a box is grown. */
  private static final int BEGINNINGS = 3;
  private static final int ROUNDS = 3;
  /** Less is not worth a condition. */
  private static final double GAIN = 0.001;
  /** Less is not worth a longer box. */
  private static final double NEAR = 0.004;

  private final Sample sample;
  private final double members;
  /** The square of the weight of recall beside precision. */
  private final double recall;
  private final int conditions;
  private final Workers workers;
  private final JobContext job;

  private final boolean[] covered;
  private double rightBefore;
  private double wrongBefore;

  private BoxSearch(Sample sample, double recall, int conditions, Workers workers, JobContext job) {
    this.sample = sample;
    this.members = sample.members();
    this.recall = recall;
    this.conditions = conditions;
    this.workers = workers;
    this.job = job;
    this.covered = new boolean[sample.size()];
  }

  /**
   * All rules met on the way.
   *
   * @param recall the square of the weight of recall beside precision in the F-measure
   */
  static List<Boxes> rules(Sample sample, double recall, int conditions, Workers workers, JobContext job) {
    return new BoxSearch(sample, recall, conditions, workers, job).run();
  }

  /** A set of codes of a feature, and the F-measure with it. */
  private record Choice(int feature, BitSet codes, double score) {}

  /** A box and the F-measure with it and those before. */
  private record Grown(SortedMap<Integer, BitSet> box, double score) {}

  private List<Boxes> run() {
    List<Boxes> rules = new ArrayList<>();
    List<SortedMap<Integer, BitSet>> before = new ArrayList<>();
    double score = 0;
    int used = 0;
    while (before.size() < BOXES && used < conditions) {
      List<Grown> path = path(conditions - used);
      if (path.isEmpty()) {
        break;
      }
      for (Grown grown : path) {
        List<SortedMap<Integer, BitSet>> boxes = new ArrayList<>(before);
        boxes.add(grown.box());
        Boxes rule = sample.rule(boxes);
        if (rule != null) {
          rules.add(rule);
        }
      }
      double best = path.stream().mapToDouble(Grown::score).max().orElse(0);
      Grown chosen = path.stream().filter(grown -> grown.score() >= best - NEAR).findFirst().orElseThrow();
      if (chosen.score() < score + GAIN) {
        break;
      }
      score = chosen.score();
      used += chosen.box().size();
      before.add(chosen.box());
      cover(chosen.box());
    }
    return rules;
  }

  private void cover(SortedMap<Integer, BitSet> box) {
    for (int i = 0; i < covered.length; i++) {
      if (!covered[i] && sample.isIn(box, i)) {
        covered[i] = true;
        rightBefore += sample.member()[i] ? sample.memberWeight() : 0;
        wrongBefore += sample.member()[i] ? 0 : sample.otherWeight();
      }
    }
  }

  /** The best box of each size, from one condition on. */
  private List<Grown> path(int most) {
    List<Choice> beginnings = choices(new TreeMap<>(), false).stream()
        .sorted(Comparator.comparingDouble((Choice choice) -> -choice.score()))
        .limit(BEGINNINGS)
        .toList();
    List<Grown> path = new ArrayList<>();
    for (Choice first : beginnings) {
      List<Grown> grown = grow(first, most);
      for (int size = 0; size < grown.size(); size++) {
        if (size == path.size()) {
          path.add(grown.get(size));
        } else if (grown.get(size).score() > path.get(size).score()) {
          path.set(size, grown.get(size));
        }
      }
    }
    return path;
  }

  private List<Grown> grow(Choice first, int most) {
    List<Grown> sizes = new ArrayList<>();
    TreeMap<Integer, BitSet> box = new TreeMap<>();
    @Nullable
    Choice next = first;
    double score = 0;
    while (next != null && next.score() > score + GAIN && box.size() < most) {
      job.throwIfCancelled();
      box.put(next.feature(), next.codes());
      score = next.score();
      for (int round = 0; round < ROUNDS; round++) {
        @Nullable
        Choice better = best(choices(box, true));
        if (better == null || better.score() <= score + GAIN / 10) {
          break;
        }
        box.put(better.feature(), better.codes());
        score = better.score();
      }
      sizes.add(new Grown(new TreeMap<>(box), score));
      next = best(choices(box, false));
    }
    return sizes;
  }

  private static @Nullable Choice best(List<Choice> choices) {
    return choices.stream().max(Comparator.comparingDouble(Choice::score)).orElse(null);
  }

  /**
   * The best choice of each feature, all others of the box being as they are.
   *
   * @param within of the features that the box has already, else of the others
   */
  private List<Choice> choices(SortedMap<Integer, BitSet> box, boolean within) {
    int[] missed = missed(box);
    int[] features = IntStream.range(0, sample.features().size())
        .filter(f -> box.containsKey(f) == within)
        .toArray();
    @Nullable
    Choice[] best = new @Nullable Choice[features.length];
    workers.run(features.length, n -> {
      job.throwIfCancelled();
      int f = features[n];
      int codes = sample.bins().get(f).codes();
      double[] right = new double[codes];
      double[] wrong = new double[codes];
      short[] code = sample.codes()[f];
      for (int i = 0; i < missed.length; i++) {
        if (missed[i] == ALL || missed[i] == f) {
          (sample.member()[i] ? right : wrong)[code[i]] += sample.weight(i);
        }
      }
      best[n] = switch (sample.bins().get(f)) {
        case Bins.Intervals intervals -> interval(f, intervals, right, wrong);
        case Bins.Levels levels -> levels(f, levels, right, wrong);
      };
    });
    List<Choice> found = new ArrayList<>();
    for (Choice choice : best) {
      if (choice != null) {
        found.add(choice);
      }
    }
    return found;
  }

  private static final int ALL = -1;
  private static final int SEVERAL = -2;

  /** Of each customer the one feature by which the box leaves him out, if it is one. */
  private int[] missed(SortedMap<Integer, BitSet> box) {
    int[] missed = new int[sample.size()];
    for (int i = 0; i < missed.length; i++) {
      int by = covered[i] ? SEVERAL : ALL;
      for (var one : box.entrySet()) {
        if (by != SEVERAL && !one.getValue().get(sample.codes()[one.getKey()][i])) {
          by = by == ALL ? one.getKey() : SEVERAL;
        }
      }
      missed[i] = by;
    }
    return missed;
  }

  private double score(double right, double wrong) {
    double in = right + rightBefore;
    return (1 + recall) * in / (recall * members + in + wrong + wrongBefore);
  }

  private @Nullable Choice interval(int feature, Bins.Intervals bins, double[] right, double[] wrong) {
    int count = bins.count();
    double best = score(right[bins.missing()], wrong[bins.missing()]);
    int bestFirst = bins.missing();
    int bestLast = bins.missing();
    for (int first = 0; first < count; first++) {
      double in = 0;
      double out = 0;
      for (int last = first; last < count; last++) {
        in += right[last];
        out += wrong[last];
        double score = score(in, out);
        if (score > best) {
          best = score;
          bestFirst = first;
          bestLast = last;
        }
      }
    }
    BitSet codes = new BitSet();
    codes.set(bestFirst, bestLast + 1);
    return asks(feature, codes) ? new Choice(feature, codes, best) : null;
  }

  private @Nullable Choice levels(int feature, Bins.Levels bins, double[] right, double[] wrong) {
    int[] order = IntStream.range(0, bins.count())
        .filter(g -> right[g] + wrong[g] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer g) -> -right[g] / (right[g] + wrong[g])))
        .mapToInt(Integer::intValue)
        .toArray();
    BitSet prefix = new BitSet();
    BitSet rest = new BitSet();
    rest.set(0, bins.count());
    rest.set(bins.rare());
    for (int g : order) {
      rest.clear(g);
    }
    BitSet missing = new BitSet();
    missing.set(bins.missing());
    @Nullable
    Choice best = new Choice(feature, missing, score(right[bins.missing()], wrong[bins.missing()]));
    double in = 0;
    double out = 0;
    for (int n = 0; n < order.length; n++) {
      int group = order[n];
      prefix.set(group);
      in += right[group];
      out += wrong[group];
      if (score(in, out) > best.score() && bins.literal(feature, prefix) != null) {
        best = new Choice(feature, (BitSet) prefix.clone(), score(in, out));
      }
      // all but the groups that are left, the rare ones included
      double withRare = score(in + right[bins.rare()], out + wrong[bins.rare()]);
      if (n < order.length - 1 && withRare > best.score()) {
        BitSet all = (BitSet) rest.clone();
        all.or(prefix);
        best = bins.literal(feature, all) == null ? best : new Choice(feature, all, withRare);
      }
    }
    return asks(feature, best.codes()) ? best : null;
  }

  /** Whether anybody of the sample would be left out. */
  private boolean asks(int feature, BitSet codes) {
    for (short code : sample.codes()[feature]) {
      if (!codes.get(code)) {
        return true;
      }
    }
    return false;
  }
}
