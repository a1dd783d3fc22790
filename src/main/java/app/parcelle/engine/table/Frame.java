package app.parcelle.engine.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The narrowest frame of 64-bit values: each lies a number of steps above the least one, where a step is their greatest common
 * divisor and the number takes {@link #width} bytes.
 */
public final class Frame {
  /** The least and the largest value present; min is greater where there is none. */
  final long min;
  final long max;
  final long step;
  /** Of a chunk's data, which is signed around the middle of its width. */
  final long base;
  private final int width;
  private final Divisor divisor;

  private Frame(long min, long max, Divisor divisor, int width) {
    this.min = min;
    this.max = max;
    this.divisor = divisor;
    this.step = divisor.value;
    this.width = width;
    // the base may wrap around 64 bits; what is computed back from it wraps the same way
    this.base = width == 8 ? 0 : width == 0 ? (min > max ? 0 : min) : min + step * half(width);
  }

  /** The frame of all values of some chunks. */
  public static Frame of(List<Chunk> chunks) {
    List<Chunk> present = chunks.stream().filter(c -> c.min() <= c.max()).toList();
    long min = present.stream().mapToLong(Chunk::min).min().orElse(Long.MAX_VALUE);
    long max = present.stream().mapToLong(Chunk::max).max().orElse(Long.MIN_VALUE);
    long step = max - min;
    for (Chunk chunk : present) {
      step = gcd(gcd(step, chunk.min() - min), chunk.data() == null ? 0 : chunk.step());
    }
    return of(min, max, step);
  }

  static Frame of(long[] values, int rows, long @Nullable [] missing) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < rows; i++) {
      if (missing == null || !Bits.get(missing, i)) {
        min = Math.min(min, values[i]);
        max = Math.max(max, values[i]);
      }
    }
    long range = max - min;
    return of(min, max, min >= max || range <= 0xFF ? 1 : divisor(values, rows, missing, min, range));
  }

  private static Frame of(long min, long max, long step) {
    if (min >= max) {
      return new Frame(min, max, new Divisor(1), 0);
    }
    long range = max - min;
    for (int width = 1; range > 0 && width <= 4; width *= 2) {
      if (range / step < 2 * half(width) && hasRoom(min, step, half(width))) {
        return new Frame(min, max, new Divisor(step), width);
      }
    }
    // a range beyond 63 bits, or as good as that
    return new Frame(min, max, new Divisor(1), 8);
  }

  private static long half(int width) {
    return 1L << (8 * width - 1);
  }

  /** Whether the middle of the frame is a number of 64 bits, which may lie beyond all values. */
  private static boolean hasRoom(long min, long step, long half) {
    long shift = step * half;
    return Math.multiplyHigh(step, half) == shift >> 63 && (min < 0 || shift <= Long.MAX_VALUE - min);
  }

  /** The greatest common divisor of all distances from the least value; stops as soon as it is 1. */
  private static long divisor(long[] values, int rows, long @Nullable [] missing, long min, long range) {
    Divisor divisor = new Divisor(range);
    for (int i = 0; i < rows && divisor.value > 1; i++) {
      if ((missing == null || !Bits.get(missing, i)) && !divisor.divides(values[i] - min)) {
        divisor = new Divisor(gcd(divisor.value, values[i] - min));
      }
    }
    return divisor.value;
  }

  private static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** Bytes that a number of steps takes: 0 where all values are the same; 8 where no frame fits. */
  public int width() {
    return width;
  }

  /** How many bits the steps from the least value to the largest take. */
  int bits() {
    return switch (width) {
      case 0 -> 0;
      case 8 -> 64;
      default -> Math.max(1, 64 - Long.numberOfLeadingZeros((max - min) / step));
    };
  }

  /** How many steps a value lies above the least one, below 256 to the power of the width. */
  public long steps(long value) {
    return divisor.quotient(value - min);
  }

  /** The value so many steps above the least one. */
  public long value(long steps) {
    return min + step * steps;
  }

  /** The data of some values, as {@link Chunk#data()} holds them. */
  @Nullable
  Object data(long[] values, int rows, long @Nullable [] missing) {
    long half = width == 0 ? 0 : half(width);
    return switch (width) {
      case 0 -> null;
      case 1 -> {
        byte[] narrow = new byte[rows];
        for (int i = 0; i < rows; i++) {
          if (missing == null || !Bits.get(missing, i)) {
            narrow[i] = (byte) (steps(values[i]) - half);
          }
        }
        yield narrow;
      }
      case 2 -> {
        short[] narrow = new short[rows];
        for (int i = 0; i < rows; i++) {
          if (missing == null || !Bits.get(missing, i)) {
            narrow[i] = (short) (steps(values[i]) - half);
          }
        }
        yield narrow;
      }
      case 4 -> {
        int[] narrow = new int[rows];
        for (int i = 0; i < rows; i++) {
          if (missing == null || !Bits.get(missing, i)) {
            narrow[i] = (int) (steps(values[i]) - half);
          }
        }
        yield narrow;
      }
      default -> java.util.Arrays.copyOf(values, rows);
    };
  }

  /**
   * Division of multiples by a constant, as a multiplication with the inverse of its odd part modulo 2^64. Warren, Hacker's
   * Delight, 2nd edition, 10-16 and 10-17.
   */
  private static final class Divisor {
    final long value;
    private final int twos;
    private final long inverse;
    private final long most;

    Divisor(long value) {
      this.value = value;
      twos = Long.numberOfTrailingZeros(value);
      long odd = value >>> twos;
      long x = odd;
      for (int correct = 3; correct < 64; correct *= 2) {
        x *= 2 - odd * x;
      }
      inverse = x;
      most = Long.divideUnsigned(-1L, odd);
    }

    boolean divides(long number) {
      return (number & ((1L << twos) - 1)) == 0 && Long.compareUnsigned(number * inverse, most) <= 0;
    }

    long quotient(long multiple) {
      return (multiple >>> twos) * inverse;
    }
  }
}
