package app.parcelle.engine.cluster.rule;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.table.Bits;

/**
 * Which customers are kept back and which the rules are fitted on, drawn among the members and among the others apart.
 *
 * @param bits one a row of the sheet: whether it is kept back
 * @param members rows of the sample that are members, ascending
 * @param others rows of the sample that are not
 * @param memberWeight how many each of the members stands for
 * @param otherWeight how many each of the others stands for
 */
record HeldOut(long[] bits, int[] members, int[] others, double memberWeight, double otherWeight) {
  /** Of all customers. */
  private static final double SHARE = 0.3;
  /** Customers of the sample at most, half of them members where there are enough. */
  static final int FITTED = 50_000;

  static HeldOut draw(int rows, long[] members, long seed) {
    RandomGenerator random = Draws.of(seed, Draws.Purpose.HELD_OUT);
    long[] bits = Bits.of(rows);
    int[] in = kept(IntStream.range(0, rows).filter(row -> Bits.get(members, row)).toArray(), bits, random);
    int[] out = kept(IntStream.range(0, rows).filter(row -> !Bits.get(members, row)).toArray(), bits, random);
    int fewer = Math.min(in.length, out.length);
    int most = FITTED - Math.min(FITTED / 2, fewer);
    int[] fittedIn = pick(in, most, random);
    int[] fittedOut = pick(out, most, random);
    return new HeldOut(bits, fittedIn, fittedOut, weight(in, fittedIn), weight(out, fittedOut));
  }

  private static int[] kept(int[] stratum, long[] bits, RandomGenerator random) {
    int[] back = Draws.sample(stratum.length, (int) Math.round(SHARE * stratum.length), random);
    for (int i : back) {
      Bits.set(bits, stratum[i]);
    }
    return Arrays.stream(stratum).filter(row -> !Bits.get(bits, row)).toArray();
  }

  private static int[] pick(int[] rows, int most, RandomGenerator random) {
    return Arrays.stream(Draws.sample(rows.length, most, random)).map(i -> rows[i]).toArray();
  }

  private static double weight(int[] all, int[] picked) {
    return picked.length == 0 ? 0 : (double) all.length / picked.length;
  }
}
