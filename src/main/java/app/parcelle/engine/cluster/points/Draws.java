package app.parcelle.engine.cluster.points;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random numbers that depend on the seed and on what they are for, never on the thread that asks. */
public final class Draws {
  /** What numbers are drawn for. */
  public enum Purpose {
    SAMPLE(1), START(2), REFERENCE(3), SILHOUETTE(4), BOOTSTRAP(5), TENDENCY(6), SWAP(11), MIXTURE(
        12), PROTOTYPE(13), SPLIT(14), HELD_OUT(50), MAP(21);

    private final int salt;

    Purpose(int salt) {
      this.salt = salt;
    }
  }

  private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory
      .of("L64X128MixRandom");

  private Draws() {}

  public static RandomGenerator of(long seed, Purpose purpose, int... which) {
    long mixed = mix(seed + purpose.salt);
    for (int part : which) {
      mixed = mix(mixed + part);
    }
    return FACTORY.create(mixed);
  }

  /** {@code count} different rows of {@code rows}, ascending; all of them when there are no more. */
  public static int[] sample(int rows, int count, RandomGenerator random) {
    if (rows <= count) {
      int[] all = new int[rows];
      Arrays.setAll(all, i -> i);
      return all;
    }
    int[] chosen = new int[count];
    int found = 0;
    // selection sampling (Knuth, volume 2, algorithm S)
    for (int row = 0; found < count; row++) {
      if ((rows - row) * random.nextDouble() < count - found) {
        chosen[found++] = row;
      }
    }
    return chosen;
  }

  /** The finaliser of MurmurHash3 after a step of the golden ratio, as SplitMix64 has it. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
