package app.parcelle.engine.cluster.points;

import java.util.Arrays;
import java.util.List;

/**
 * The rows that take part in a clustering, on the scale on which distances are measured: numbers, and categories that stay
 * categories.
 *
 * @param numbers rows x numbers, weighted
 * @param categories the kept categories, of as many rows; none where all were made numbers
 * @param weights by which the numbers of each dimension were multiplied, for distances that measure them anew; 1 is usual
 */
public record MixedPoints(Points numbers, List<Category> categories, double[] weights) {
  /**
   * One kept category.
   *
   * @param codes one a row, from 0 to {@code levels - 1}
   * @param levels how many different values
   * @param weight of a mismatch beside a standard deviation of a number; 1 is usual
   */
  public record Category(int[] codes, int levels, double weight) {
    /** What a mismatch adds to a squared distance; a number's difference is multiplied by its weight before it is squared. */
    public double squaredMismatch() {
      return weight * weight;
    }

    Category pick(int[] chosen) {
      int[] picked = new int[chosen.length];
      for (int i = 0; i < chosen.length; i++) {
        picked[i] = codes[chosen[i]];
      }
      return new Category(picked, levels, weight);
    }
  }

  public MixedPoints {
    categories = List.copyOf(categories);
  }

  /** Numbers of equal weight. */
  public MixedPoints(Points numbers, List<Category> categories) {
    this(numbers, categories, ones(numbers.dims()));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Rows of numbers only. */
  public static MixedPoints of(Points numbers) {
    return new MixedPoints(numbers, List.of());
  }

  public int rows() {
    return numbers.rows();
  }

  /** Some of the rows, in the order given. */
  public MixedPoints pick(int[] chosen) {
    return new MixedPoints(numbers.pick(chosen), categories.stream().map(c -> c.pick(chosen)).toList(),
        weights);
  }

  /**
   * The same rows as numbers only, for pictures and measures: each category becomes a dimension for each of its values, such
   * that a mismatch adds what it should to the squared distance.
   */
  public Points asNumbers() {
    if (categories.isEmpty()) {
      return numbers;
    }
    int dims = numbers.dims() + categories.stream().mapToInt(Category::levels).sum();
    double[] values = new double[Math.multiplyExact(rows(), dims)];
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(numbers.values(), row * numbers.dims(), values, row * dims, numbers.dims());
    }
    int at = numbers.dims();
    for (Category category : categories) {
      double half = Math.sqrt(category.squaredMismatch() / 2);
      for (int row = 0; row < rows(); row++) {
        values[row * dims + at + category.codes()[row]] = half;
      }
      at += category.levels();
    }
    return new Points(values, rows(), dims);
  }
}
