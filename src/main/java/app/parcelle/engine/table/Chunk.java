package app.parcelle.engine.table;

import org.jspecify.annotations.Nullable;

/**
 * At most 65,536 consecutive values of one column, in memory. A value is {@code base + step * data[row]}, with data as
 * narrow as the range allows, so that a comparison becomes one on narrow integers. Immutable.
 */
public final class Chunk {
  /** Rows in a full chunk. */
  public static final int ROWS = 1 << 16;

  private final int rows;
  private final long base;
  private final long step;
  private final @Nullable Object data;
  private final long min;
  private final long max;
  private final long @Nullable [] missing;
  private final long @Nullable [] invalid;
  private final @Nullable Dictionary dictionary;

  /**
   * @param data {@code byte[]}, {@code short[]}, {@code int[]} or {@code long[]} of at least {@code rows} values; null when all
   *     are {@code base}
   * @param min the least value present; greater than {@code max} when none is
   * @param missing the rows without value, the invalid ones included; null when there is none
   * @param invalid the rows whose text could not be understood, a subset of the missing ones; null when there is none
   */
  public Chunk(int rows, long base, long step, @Nullable Object data, long min, long max,
      long @Nullable [] missing,
      long @Nullable [] invalid, @Nullable Dictionary dictionary) {
    this.rows = rows;
    this.base = base;
    this.step = step;
    this.data = data;
    this.min = min;
    this.max = max;
    this.missing = missing;
    this.invalid = invalid;
    this.dictionary = dictionary;
  }

  public int rows() {
    return rows;
  }

  public long base() {
    return base;
  }

  /** Positive, or negative never; 1 where values have no common divisor. */
  public long step() {
    return step;
  }

  public @Nullable Object data() {
    return data;
  }

  public long min() {
    return min;
  }

  public long max() {
    return max;
  }

  public long @Nullable [] missing() {
    return missing;
  }

  public long @Nullable [] invalid() {
    return invalid;
  }

  public @Nullable Dictionary dictionary() {
    return dictionary;
  }

  public boolean isMissing(int row) {
    return missing != null && Bits.get(missing, row);
  }

  public boolean isInvalid(int row) {
    return invalid != null && Bits.get(invalid, row);
  }

  /** The value of a row; {@code base} plus anything where it is missing. */
  public long at(int row) {
    return switch (data) {
      case null -> base;
      case byte[] narrow -> base + step * narrow[row];
      case short[] narrow -> base + step * narrow[row];
      case int[] narrow -> base + step * narrow[row];
      case long[] wide -> base + step * wide[row];
      default -> throw new IllegalStateException();
    };
  }

  /** The values of rows {@code 0 .. rows - 1}, written to {@code to} from {@code offset}. */
  public void copyTo(long[] to, int offset) {
    copyTo(0, rows, to, offset);
  }

  /** The values of rows {@code from .. end - 1}, written to {@code to} from {@code offset}. */
  public void copyTo(int from, int end, long[] to, int offset) {
    int shift = offset - from;
    switch (data) {
      case null -> java.util.Arrays.fill(to, offset, end + shift, base);
      case byte[] narrow -> {
        for (int i = from; i < end; i++) {
          to[shift + i] = base + step * narrow[i];
        }
      }
      case short[] narrow -> {
        for (int i = from; i < end; i++) {
          to[shift + i] = base + step * narrow[i];
        }
      }
      case int[] narrow -> {
        for (int i = from; i < end; i++) {
          to[shift + i] = base + step * narrow[i];
        }
      }
      case long[] wide -> {
        for (int i = from; i < end; i++) {
          to[shift + i] = base + step * wide[i];
        }
      }
      default -> throw new IllegalStateException();
    }
  }

  /**
   * The same values times {@code factor} (at least 1): how a decimal chunk moves to a larger scale.
   *
   * @throws ArithmeticException when a value has no room in 64 bits
   */
  public Chunk times(long factor) {
    if (factor == 1) {
      return this;
    }
    try {
      return new Chunk(rows, Math.multiplyExact(base, factor), Math.multiplyExact(step, factor), data,
          min > max ? min : Math.multiplyExact(min, factor),
          min > max ? max : Math.multiplyExact(max, factor), missing, invalid, dictionary);
    } catch (ArithmeticException beyond) {
      // the base may lie beyond all values
      long[] values = new long[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = isMissing(row) ? 0 : Math.multiplyExact(at(row), factor);
      }
      return pack(values, rows, missing, invalid, dictionary);
    }
  }

  /** The same codes with another dictionary behind them. */
  public Chunk with(@Nullable Dictionary other) {
    return new Chunk(rows, base, step, data, min, max, missing, invalid, other);
  }

  /** About how many bytes of heap it holds, without its dictionary. */
  public long bytes() {
    long width = switch (data) {
      case null -> 0;
      case byte[] narrow -> narrow.length;
      case short[] narrow -> 2L * narrow.length;
      case int[] narrow -> 4L * narrow.length;
      case long[] wide -> 8L * wide.length;
      default -> throw new IllegalStateException();
    };
    return 96 + width + (missing == null ? 0 : 8L * missing.length)
        + (invalid == null ? 0 : 8L * invalid.length);
  }

  /**
   * Packs values as narrowly as their range allows.
   *
   * @param values at least {@code rows} values; those of missing rows are ignored
   */
  public static Chunk pack(long[] values, int rows, long @Nullable [] missing, long @Nullable [] invalid,
      @Nullable Dictionary dictionary) {
    Frame frame = Frame.of(values, rows, missing);
    return new Chunk(rows, frame.base, frame.step, frame.data(values, rows, missing), frame.min, frame.max,
        missing, invalid, dictionary);
  }
}
