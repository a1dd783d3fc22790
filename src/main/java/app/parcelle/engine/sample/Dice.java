package app.parcelle.engine.sample;

/**
 * Random numbers that depend on nothing but the seeds given, so that a sample is the same on every machine: SplitMix64
 * (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Not safe between threads.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** A stream of its own for every sequence of seeds. */
  Dice(long seed, long stream, long item) {
    state = mix(mix(mix(seed + GOLDEN) + stream * GOLDEN) + item * GOLDEN);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 to 1, 1 not included. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** From 0 to n - 1. */
  int below(int n) {
    return (int) (unit() * n);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Small numbers more often than large ones, from 0 to n - 1. */
  int skewed(int n) {
    double u = unit();
    return (int) (u * u * n);
  }

  /** Mean 0, standard deviation 1, by the method of Box and Muller. */
  double gaussian() {
    return Math.sqrt(-2 * StrictMath.log(1 - unit())) * StrictMath.cos(2 * Math.PI * unit());
  }

  /** A positive number, half of the time below the median; sigma is the standard deviation of its logarithm. */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /** How many times something happens that happens {@code mean} times on average (Knuth's method; the normal law where large). */
  int poisson(double mean) {
    if (mean > 100) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian()));
    }
    double limit = StrictMath.exp(-mean);
    int n = -1;
    double product = 1;
    do {
      product *= unit();
      n++;
    } while (product > limit);
    return n;
  }
}
