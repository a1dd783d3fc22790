package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * The customers that rules are fitted on, each feature as few codes.
 *
 * @param rows of the sheet
 * @param member one a customer of the sample
 * @param memberWeight how many members each of them stands for
 * @param otherWeight how many others each of them stands for
 * @param codes features x customers of the sample
 */
record Sample(List<Feature> features, int[] rows, boolean[] member, double memberWeight, double otherWeight,
    List<Bins> bins, short[][] codes) {

  static Sample of(List<Feature> features, int[] rows, boolean[] member, double memberWeight,
      double otherWeight, Workers workers, JobContext job) {
    Bins[] bins = new Bins[features.size()];
    short[][] codes = new short[features.size()][rows.length];
    workers.run(bins.length, f -> {
      job.throwIfCancelled();
      bins[f] = switch (features.get(f)) {
        case Feature.Measured measured -> Bins.Intervals.of(measured, rows);
        case Feature.Grouped grouped -> Bins.Levels.of(grouped);
      };
      for (int i = 0; i < rows.length; i++) {
        codes[f][i] = (short) bins[f].code(rows[i]);
      }
    });
    return new Sample(features, rows, member, memberWeight, otherWeight, List.of(bins), codes);
  }

  int size() {
    return rows.length;
  }

  double weight(int i) {
    return member[i] ? memberWeight : otherWeight;
  }

  /** The weight of all members. */
  double members() {
    double sum = 0;
    for (boolean one : member) {
      sum += one ? memberWeight : 0;
    }
    return sum;
  }

  boolean isIn(SortedMap<Integer, BitSet> box, int i) {
    for (var one : box.entrySet()) {
      if (!one.getValue().get(codes[one.getKey()][i])) {
        return false;
      }
    }
    return true;
  }

  /** The rule of those boxes; null where a box has no literal or one that cannot be written. */
  @Nullable
  Boxes rule(List<? extends SortedMap<Integer, BitSet>> boxes) {
    List<List<Literal>> written = new ArrayList<>();
    for (SortedMap<Integer, BitSet> box : boxes) {
      List<Literal> literals = new ArrayList<>();
      for (var one : box.entrySet()) {
        Literal literal = bins.get(one.getKey()).literal(one.getKey(), one.getValue());
        if (literal == null) {
          return null;
        }
        literals.add(literal);
      }
      if (literals.isEmpty()) {
        return null;
      }
      written.add(literals);
    }
    return written.isEmpty() ? null : new Boxes(written);
  }
}
