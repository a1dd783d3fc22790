package app.parcelle.engine.cluster.rule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import app.parcelle.engine.table.Bits;

/** How well rules fit the customers of a sample. What a literal holds for is found once. */
final class Scoring {
  /**
   * Weights of those a rule takes in or misses.
   *
   * @param right members it takes in
   * @param falseIn others it takes in
   * @param falseOut members it misses
   */
  record Score(double right, double falseIn, double falseOut) {
    double errors() {
      return falseIn + falseOut;
    }

    /** The harmonic mean of precision and recall. */
    double balance() {
      return 2 * right / (2 * right + falseIn + falseOut);
    }
  }

  private final Sample sample;
  private final long[] members;
  private final int memberCount;
  private final Map<Literal, long[]> known = new ConcurrentHashMap<>();

  Scoring(Sample sample) {
    this.sample = sample;
    this.members = Bits.where(sample.size(), i -> sample.member()[i]);
    this.memberCount = Bits.count(members);
  }

  Score score(Boxes rule) {
    long[] in = Bits.of(sample.size());
    for (List<Literal> box : rule.boxes()) {
      long[] all = Bits.full(sample.size());
      for (Literal literal : box) {
        Bits.and(all, known.computeIfAbsent(literal, this::where));
      }
      Bits.or(in, all);
    }
    int right = Bits.countBoth(in, members);
    return new Score(right * sample.memberWeight(), (Bits.count(in) - right) * sample.otherWeight(),
        (memberCount - right) * sample.memberWeight());
  }

  private long[] where(Literal literal) {
    return Bits.where(sample.size(), i -> literal.holds(sample.features(), sample.rows()[i]));
  }
}
