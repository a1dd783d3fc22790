package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Grows a decision tree (Breiman, Friedman, Olshen and Stone, <i>Classification and regression trees</i>, 1984), the split that
 * lowers the Gini impurity most first, and reads a rule off it at every size. Customers without the value asked for go a third
 * way, because a condition is false for them on either side.
 */
final class TreeSearch {
  private static final int LEAVES = 20;
  private static final int DEPTH = 6;

  private final Sample sample;
  private final double members;
  private final double smallest;
  private final Workers workers;
  private final JobContext job;

  private TreeSearch(Sample sample, Workers workers, JobContext job) {
    this.sample = sample;
    this.members = sample.members();
    this.smallest = Math.max(2, sample.size() / 2_000.0);
    this.workers = workers;
    this.job = job;
  }

  static List<Boxes> rules(Sample sample, int conditions, Workers workers, JobContext job) {
    return new TreeSearch(sample, workers, job).run(conditions);
  }

  private record Split(int feature, BitSet left, BitSet right, double gain) {}

  /** @param rows of the sample */
  private record Leaf(SortedMap<Integer, BitSet> box, int depth, int[] rows, double right, double wrong,
      @Nullable Split split) {
    double gain() {
      return split == null ? 0 : split.gain();
    }

    double precision() {
      return right / (right + wrong);
    }
  }

  private List<Boxes> run(int conditions) {
    List<Boxes> rules = new ArrayList<>();
    List<Leaf> leaves = new ArrayList<>();
    leaves.add(leaf(new TreeMap<>(), 0, IntStream.range(0, sample.size()).toArray()));
    while (leaves.size() < LEAVES) {
      job.throwIfCancelled();
      Leaf next = leaves.stream().max(Comparator.comparingDouble(Leaf::gain)).orElseThrow();
      Split split = next.split();
      if (split == null) {
        break;
      }
      leaves.remove(next);
      BitSet missing = new BitSet();
      missing.set(sample.bins().get(split.feature()).missing());
      for (BitSet side : List.of(split.left(), split.right(), missing)) {
        child(next, split.feature(), side, leaves);
      }
      Boxes rule = sample.rule(joined(takenIn(leaves)));
      if (rule != null && rule.conditions() <= 2 * conditions) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private void child(Leaf parent, int feature, BitSet side, List<Leaf> leaves) {
    short[] codes = sample.codes()[feature];
    int[] rows = Arrays.stream(parent.rows()).filter(i -> side.get(codes[i])).toArray();
    if (rows.length == 0) {
      return;
    }
    SortedMap<Integer, BitSet> box = new TreeMap<>(parent.box());
    BitSet codesLeft = (BitSet) side.clone();
    BitSet before = box.get(feature);
    if (before != null) {
      codesLeft.and(before);
    }
    box.put(feature, codesLeft);
    leaves.add(leaf(box, parent.depth() + 1, rows));
  }

  /** The leaves that together have the best F-measure: those purest, down to where the next would lower it. */
  private List<Leaf> takenIn(List<Leaf> leaves) {
    List<Leaf> purest = leaves.stream()
        .sorted(Comparator.comparingDouble((Leaf leaf) -> -leaf.precision()))
        .toList();
    double right = 0;
    double in = 0;
    double best = 0;
    int count = 0;
    for (int i = 0; i < purest.size(); i++) {
      right += purest.get(i).right();
      in += purest.get(i).right() + purest.get(i).wrong();
      double balance = 2 * right / (members + in);
      if (balance > best) {
        best = balance;
        count = i + 1;
      }
    }
    return purest.subList(0, count);
  }

  /** Their boxes; two that differ in one feature only become one. */
  private List<SortedMap<Integer, BitSet>> joined(List<Leaf> leaves) {
    List<SortedMap<Integer, BitSet>> boxes = new ArrayList<>(leaves.stream().map(Leaf::box).toList());
    boolean again = true;
    while (again) {
      again = false;
      for (int a = 0; a < boxes.size() && !again; a++) {
        for (int b = a + 1; b < boxes.size() && !again; b++) {
          SortedMap<Integer, BitSet> both = union(boxes.get(a), boxes.get(b));
          if (both != null) {
            boxes.set(a, both);
            boxes.remove(b);
            again = true;
          }
        }
      }
    }
    return boxes;
  }

  private @Nullable SortedMap<Integer, BitSet> union(SortedMap<Integer, BitSet> a,
      SortedMap<Integer, BitSet> b) {
    if (!a.keySet().equals(b.keySet())) {
      return null;
    }
    List<Integer> differing = a.keySet().stream().filter(f -> !Objects.equals(a.get(f), b.get(f))).toList();
    if (differing.size() != 1) {
      return null;
    }
    int feature = differing.getFirst();
    SortedMap<Integer, BitSet> both = new TreeMap<>(a);
    BitSet codes = (BitSet) a.getOrDefault(feature, new BitSet()).clone();
    codes.or(b.getOrDefault(feature, new BitSet()));
    both.put(feature, codes);
    return sample.bins().get(feature).literal(feature, codes) == null ? null : both;
  }

  private Leaf leaf(SortedMap<Integer, BitSet> box, int depth, int[] rows) {
    double right = 0;
    double all = 0;
    for (int i : rows) {
      right += sample.member()[i] ? sample.memberWeight() : 0;
      all += sample.weight(i);
    }
    boolean pure = right == 0 || right == all;
    return new Leaf(box, depth, rows, right, all - right, pure || depth == DEPTH ? null : split(box, rows));
  }

  private @Nullable Split split(SortedMap<Integer, BitSet> box, int[] rows) {
    @Nullable
    Split[] best = new @Nullable Split[sample.features().size()];
    workers.run(best.length, f -> {
      job.throwIfCancelled();
      Bins bins = sample.bins().get(f);
      double[] right = new double[bins.codes()];
      double[] wrong = new double[bins.codes()];
      int[] count = new int[bins.codes()];
      short[] codes = sample.codes()[f];
      for (int i : rows) {
        (sample.member()[i] ? right : wrong)[codes[i]] += sample.weight(i);
        count[codes[i]]++;
      }
      best[f] = split(f, bins, right, wrong, count, box);
    });
    @Nullable
    Split found = null;
    for (Split one : best) {
      found = one != null && (found == null || one.gain() > found.gain()) ? one : found;
    }
    return found;
  }

  private @Nullable Split split(int feature, Bins bins, double[] right, double[] wrong, int[] count,
      SortedMap<Integer, BitSet> box) {
    int[] order = IntStream.range(0, bins.count())
        .filter(code -> bins instanceof Bins.Intervals || count[code] > 0)
        .toArray();
    if (bins instanceof Bins.Levels) {
      // for two classes the best partition of groups is one in the order of their shares (Breiman and others, 4.2.2)
      order = Arrays.stream(order)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer g) -> -right[g] / (right[g] + wrong[g])))
          .mapToInt(Integer::intValue)
          .toArray();
    }
    double allRight = Arrays.stream(right).sum();
    double allWrong = Arrays.stream(wrong).sum();
    int missing = bins.missing();
    double known = count.length == 0 ? 0 : Arrays.stream(count).sum() - count[missing];
    double parent = impurity(allRight, allWrong);
    double apart = impurity(right[missing], wrong[missing]);
    double in = 0;
    double out = 0;
    int before = 0;
    double most = 1e-9 * (allRight + allWrong);
    int at = -1;
    for (int n = 0; n < order.length - 1; n++) {
      in += right[order[n]];
      out += wrong[order[n]];
      before += count[order[n]];
      double gain = parent - apart - impurity(in, out)
          - impurity(allRight - right[missing] - in, allWrong - wrong[missing] - out);
      if (gain > most && before >= smallest && known - before >= smallest
          && isWritable(feature, bins, order, n, box)) {
        most = gain;
        at = n;
      }
    }
    return at < 0 ? null : new Split(feature, side(order, at), rest(bins, order, at), most);
  }

  private static boolean isWritable(int feature, Bins bins, int[] order, int at,
      SortedMap<Integer, BitSet> box) {
    if (bins instanceof Bins.Intervals) {
      return true;
    }
    BitSet before = box.get(feature);
    for (BitSet side : List.of(side(order, at), rest(bins, order, at))) {
      if (before != null) {
        side.and(before);
      }
      if (bins.literal(feature, side) == null) {
        return false;
      }
    }
    return true;
  }

  private static BitSet side(int[] order, int at) {
    BitSet side = new BitSet();
    for (int n = 0; n <= at; n++) {
      side.set(order[n]);
    }
    return side;
  }

  private static BitSet rest(Bins bins, int[] order, int at) {
    BitSet rest = new BitSet();
    rest.set(0, bins.count());
    if (bins instanceof Bins.Levels) {
      rest.set(bins.rare());
    }
    rest.andNot(side(order, at));
    return rest;
  }

  /** Gini impurity times weight. */
  private static double impurity(double right, double wrong) {
    double all = right + wrong;
    return all == 0 ? 0 : 2 * right * wrong / all;
  }
}
