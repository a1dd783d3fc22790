package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * The chosen rows of some customers in one run. A customer's rows lie in the order of time, those without time first, so that the
 * ones of a range of times are a span; in it, only marked rows are chosen.
 */
final class RowSpans {
  /** A customer with more rows is searched by halves. */
  private static final int FEW = 64;

  private final int from;
  private final int to;
  private final int[] firsts;
  private final int[] ends;
  private final long @Nullable [] marks;

  /**
   * All rows of customers {@code from .. to - 1}.
   *
   * @param offsets where each customer's rows begin in the run
   * @param marks one bit a row of the run; null where all are marked
   */
  RowSpans(int[] offsets, int from, int to, long @Nullable [] marks) {
    this.from = from;
    this.to = to;
    this.firsts = from < to ? Arrays.copyOfRange(offsets, from, to) : new int[0];
    this.ends = from < to ? Arrays.copyOfRange(offsets, from + 1, to + 1) : new int[0];
    this.marks = marks;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The first chosen row of a customer; {@link #end} where there is none. */
  int first(int customer) {
    int first = firsts[customer - from];
    return marks == null ? first : next(marks, first, end(customer));
  }

  /** The chosen row after that one; the end where there is none. */
  int after(int row, int end) {
    return marks == null ? row + 1 : next(marks, row + 1, end);
  }

  /** Behind the last row of the customer's span. */
  int end(int customer) {
    return ends[customer - from];
  }

  /** How many rows of a customer are chosen. */
  int count(int customer) {
    int first = firsts[customer - from];
    int end = ends[customer - from];
    return marks == null ? end - first : first >= end ? 0 : Bits.count(marks, first, end);
  }

  /** The last chosen row of a customer who has one. */
  int last(int customer) {
    int row = ends[customer - from] - 1;
    while (marks != null && !Bits.get(marks, row)) {
      row--;
    }
    return row;
  }

  boolean any(int customer) {
    return first(customer) < end(customer);
  }

  /** Nothing is chosen any more. */
  void clear() {
    System.arraycopy(firsts, 0, ends, 0, ends.length);
  }

  /** The next set bit from {@code from} on, or {@code end}. */
  static int next(long[] bits, int from, int end) {
    if (from >= end) {
      return end;
    }
    int w = from >> 6;
    long word = bits[w] & -1L << from;
    int last = (end - 1) >> 6;
    while (word == 0 && w < last) {
      word = bits[++w];
    }
    return word == 0 ? end : Math.min(end, (w << 6) + Long.numberOfTrailingZeros(word));
  }

  /**
   * Leaves only rows whose time lies in a range. Where a chunk of times is narrow, the ends of the range are moved into its frame, and
   * the loop compares narrow integers; a chunk that lies in the range as a whole is not looked at.
   */
  void within(ValueRange times, IntFunction<Chunk> chunks) {
    int i = 0;
    while (i < to - from) {
      if (firsts[i] == ends[i]) {
        i++;
      } else {
        Cut cut = new Cut(times, chunks, firsts[i] >> 16);
        i = cut.apply(i);
        if (i < to - from && firsts[i] < cut.end) {
          across(i, times, chunks);
          i++;
        }
      }
    }
  }

  /** A customer whose rows lie in several chunks: those all before or all behind the range are passed over. */
  private void across(int i, ValueRange times, IntFunction<Chunk> chunks) {
    int first = firsts[i];
    int end = ends[i];
    int low = -1;
    int high = first;
    for (int at = first; at < end; at = ((at >> 16) + 1) << 16) {
      Cut cut = new Cut(times, chunks, at >> 16);
      int stop = Math.min(end, cut.end);
      int lower = cut.whole ? at : cut.lower(at, stop);
      int upper = cut.whole ? stop : cut.upper(at, stop);
      if (lower < upper) {
        low = low < 0 ? lower : low;
        high = upper;
      }
    }
    firsts[i] = low < 0 ? first : low;
    ends[i] = low < 0 ? first : high;
  }

  /** A range of times in the frame of one chunk. */
  private final class Cut {
    final int start;
    final int end;
    final boolean whole;
    private final Chunk chunk;
    private final ValueRange times;
    private final boolean none;
    private final long low;
    private final long high;

    Cut(ValueRange times, IntFunction<Chunk> chunks, int index) {
      this.times = times;
      this.chunk = chunks.apply(index);
      this.start = index << 16;
      this.end = start + chunk.rows();
      boolean untimed = chunk.missing() != null;
      boolean lowIn = times.low() == Long.MIN_VALUE || (!untimed && times.low() <= chunk.min());
      boolean empty = chunk.min() > chunk.max();
      this.whole = lowIn && (empty || times.high() >= chunk.max());
      this.none = !whole && !untimed
          && (times.low() > times.high() || times.low() > chunk.max() || times.high() < chunk.min());
      this.low = whole || none || untimed || times.low() <= chunk.min()
          ? Long.MIN_VALUE
          : Math.ceilDiv(times.low() - chunk.base(), chunk.step());
      this.high = whole || none || untimed || times.high() >= chunk.max()
          ? Long.MAX_VALUE
          : Math.floorDiv(times.high() - chunk.base(), chunk.step());
    }

    /** Cuts the spans from a customer on whose rows all lie in the chunk; returns the first that is not such a one. */
    int apply(int customer) {
      int behind = customer;
      while (behind < ends.length && ends[behind] <= end) {
        behind++;
      }
      if (none) {
        System.arraycopy(firsts, customer, ends, customer, behind - customer);
      } else if (!whole && chunk.missing() == null && chunk.data() instanceof int[] data) {
        ints(data, customer, behind);
      } else if (!whole && chunk.missing() == null && chunk.data() instanceof short[] data) {
        shorts(data, customer, behind);
      } else if (!whole) {
        for (int i = customer; i < behind; i++) {
          search(i);
        }
      }
      return behind;
    }

    private void search(int i) {
      int upper = upper(firsts[i], ends[i]);
      firsts[i] = Math.min(upper, lower(firsts[i], ends[i]));
      ends[i] = upper;
    }

    /** From the end on: most windows end today. */
    private void ints(int[] data, int customer, int behind) {
      int least = (int) Math.max(Integer.MIN_VALUE, low);
      int most = (int) Math.min(Integer.MAX_VALUE, high);
      for (int i = customer; i < behind; i++) {
        int first = firsts[i] - start;
        int row = ends[i] - start - 1;
        if (row - first > FEW) {
          search(i);
          continue;
        }
        while (row >= first && data[row] > most) {
          row--;
        }
        ends[i] = start + row + 1;
        while (row >= first && data[row] >= least) {
          row--;
        }
        firsts[i] = start + row + 1;
      }
    }

    private void shorts(short[] data, int customer, int behind) {
      int least = (int) Math.max(Integer.MIN_VALUE, low);
      int most = (int) Math.min(Integer.MAX_VALUE, high);
      for (int i = customer; i < behind; i++) {
        int first = firsts[i] - start;
        int row = ends[i] - start - 1;
        if (row - first > FEW) {
          search(i);
          continue;
        }
        while (row >= first && data[row] > most) {
          row--;
        }
        ends[i] = start + row + 1;
        while (row >= first && data[row] >= least) {
          row--;
        }
        firsts[i] = start + row + 1;
      }
    }

    /** The first row from {@code from} on that is not before the range. */
    int lower(int from, int end) {
      int low = from;
      int high = end;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (time(middle) < times.low()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** The first row from {@code from} on that is behind the range. */
    int upper(int from, int end) {
      int low = from;
      int high = end;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (time(middle) <= times.high()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private long time(int row) {
      return chunk.isMissing(row - start) ? Long.MIN_VALUE : chunk.at(row - start);
    }
  }
}
