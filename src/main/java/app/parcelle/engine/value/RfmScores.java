package app.parcelle.engine.value;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The scores of all customers: one a customer number, 0 for those without purchase.
 *
 * @param segments the number of the first segment that fits, from 1; one more than there are for those who fit none; 0 without
 *     purchase
 * @param edges of recency, frequency and monetary value, by ascending value
 */
public record RfmScores(byte[] recency, byte[] frequency, byte[] monetary, byte[] segments,
    List<double[]> edges) {

  /**
   * Scores customers. Those of equal value have equal scores.
   *
   * @param scored who has bought something
   * @param recency the less the better; so many as there are customers, as the others
   * @param frequency the more the better
   * @param monetary the more the better
   */
  public static RfmScores of(RfmModel model, IntPredicate scored, double[] recency, double[] frequency,
      double[] monetary) {
    int customers = recency.length;
    int[] who = java.util.stream.IntStream.range(0, customers).filter(scored).toArray();
    List<Double> none = List.of();
    boolean fixed = model.edges() instanceof Edges.Fixed;
    Edges.Fixed given = fixed ? (Edges.Fixed) model.edges() : new Edges.Fixed(none, none, none);
    Cuts r = cuts(model, who, recency, given.recency());
    Cuts f = cuts(model, who, frequency, given.frequency());
    Cuts m = cuts(model, who, monetary, given.monetary());
    byte[][] scores = new byte[4][customers];
    for (int c : who) {
      scores[0][c] = (byte) (model.scores() + 1 - r.band(recency[c]));
      scores[1][c] = (byte) f.band(frequency[c]);
      scores[2][c] = (byte) m.band(monetary[c]);
      scores[3][c] = (byte) segment(model.segments(), scores[0][c], scores[1][c], scores[2][c]);
    }
    return new RfmScores(scores[0], scores[1], scores[2], scores[3],
        List.of(r.edges(), f.edges(), m.edges()));
  }

  private static Cuts cuts(RfmModel model, int[] who, double[] values, List<Double> given) {
    return switch (model.edges()) {
      case Edges.EqualGroups _ -> Cuts.equalGroups(sorted(who, values), model.scores());
      case Edges.QuantilesPlusOne _ -> Cuts.quantilesPlusOne(sorted(who, values), model.scores());
      case Edges.Fixed _ -> Cuts.given(given);
    };
  }

  private static double[] sorted(int[] who, double[] values) {
    double[] sorted = new double[who.length];
    for (int i = 0; i < who.length; i++) {
      sorted[i] = values[who[i]];
    }
    Arrays.parallelSort(sorted);
    return sorted;
  }

  private static int segment(List<RfmSegment> segments, int r, int f, int m) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).holds(r, f, m)) {
        return i + 1;
      }
    }
    return segments.size() + 1;
  }
}
