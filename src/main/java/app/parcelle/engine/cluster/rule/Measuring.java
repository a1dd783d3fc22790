package app.parcelle.engine.cluster.rule;

import java.util.BitSet;
import java.util.List;

import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;

/**
 * Counts whom a rule takes in, on every row.
 *
 * @param members one bit a row
 * @param heldOut one bit a row
 */
record Measuring(List<Feature> features, int rows, long[] members, long[] heldOut, Workers workers,
    JobContext job) {

  RuleCandidate measure(Boxes rule) {
    long[] in = Bits.of(rows);
    workers.run(Workers.blocks(rows), block -> {
      job.throwIfCancelled();
      // a block is a whole number of words, so that no two threads write to one
      for (int row = block * Workers.BLOCK; row < Workers.blockEnd(block, rows); row++) {
        if (rule.holds(features, row)) {
          Bits.set(in, row);
        }
      }
    });
    long[] falseIn = Bits.both(Bits.without(in, members), heldOut);
    long[] falseOut = Bits.both(Bits.without(members, in), heldOut);
    return new RuleCandidate(RuleWriter.condition(rule, features), rule.conditions(), confusion(in, heldOut),
        confusion(in, Bits.full(rows)), rows(falseIn), rows(falseOut));
  }

  private Confusion confusion(long[] in, long[] among) {
    long[] taken = Bits.both(in, among);
    int right = Bits.countBoth(taken, members);
    int falseIn = Bits.count(taken) - right;
    int falseOut = Bits.countBoth(members, among) - right;
    return new Confusion(right, falseIn, falseOut, Bits.count(among) - right - falseIn - falseOut);
  }

  private static int[] rows(long[] bits) {
    return BitSet.valueOf(bits).stream().toArray();
  }
}
