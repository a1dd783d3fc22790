package app.parcelle.engine.cluster.quality;

import java.util.Arrays;

/** What two clusterings know of each other, beyond what chance gives them (Vinh, Epps and Bailey 2010). */
final class MutualInformation {
  /** From here on Stirling's series is exact to the last digit. */
  private static final int STIRLING = 32;

  private MutualInformation() {}

  static double adjusted(int[][] table, long[] ones, long[] twos, int rows) {
    double expected = expected(ones, twos, rows);
    double normal = (entropy(ones, rows) + entropy(twos, rows)) / 2 - expected;
    // kept away from 0 on its side, as in scikit-learn
    double sure = normal < 0 ? Math.min(normal, -Math.ulp(1.0)) : Math.max(normal, Math.ulp(1.0));
    return (mutual(table, ones, twos, rows) - expected) / sure;
  }

  private static double mutual(int[][] table, long[] ones, long[] twos, double rows) {
    double sum = 0;
    for (int i = 0; i < ones.length; i++) {
      for (int j = 0; j < twos.length; j++) {
        double common = table[i][j];
        if (common > 0) {
          sum += common / rows
              * (Math.log(common) + Math.log(rows) - Math.log((double) ones[i]) - Math.log((double) twos[j]));
        }
      }
    }
    return sum;
  }

  private static double entropy(long[] sizes, double rows) {
    return -Arrays.stream(sizes)
        .filter(size -> size > 0)
        .mapToDouble(size -> size / rows * Math.log(size / rows))
        .sum();
  }

  /** The mean over all tables with the same margins, each number of common rows having its hypergeometric chance. */
  private static double expected(long[] ones, long[] twos, long rows) {
    double sum = 0;
    for (long one : ones) {
      for (long two : twos) {
        double margins = logFactorial(one) + logFactorial(two) + logFactorial(rows - one)
            + logFactorial(rows - two) - logFactorial(rows);
        for (long common = Math.max(1, one + two - rows); common <= Math.min(one, two); common++) {
          double chance = margins - logFactorial(common) - logFactorial(one - common)
              - logFactorial(two - common) - logFactorial(rows - one - two + common);
          sum += Math.exp(chance) * common / rows
              * (Math.log((double) rows * common) - Math.log((double) one * two));
        }
      }
    }
    return sum;
  }

  private static double logFactorial(long n) {
    if (n < STIRLING) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return Math.log(product);
    }
    double inverse = 1.0 / n;
    double square = inverse * inverse;
    double series = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680)));
    return n * Math.log((double) n) - n + Math.log(2 * Math.PI * n) / 2 + series;
  }
}
