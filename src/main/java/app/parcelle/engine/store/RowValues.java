package app.parcelle.engine.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * A column of which rows are picked here and there. It stays in its chunks, brought to one width: the narrower it is, the more
 * of it is in the processor's cache.
 */
final class RowValues {
  private static final int SHIFT = Integer.numberOfTrailingZeros(Chunk.ROWS);
  private static final int WITHIN = Chunk.ROWS - 1;

  private final List<Chunk> chunks;
  private final long[] bases;
  private final long[] steps;
  private final Data data;
  private final boolean hasMissing;
  private final boolean hasInvalid;

  /** The data of all chunks. */
  private sealed interface Data {
    record Bytes(byte[][] of) implements Data {}

    record Shorts(short[][] of) implements Data {}

    record Ints(int[][] of) implements Data {}

    record Longs(long[][] of) implements Data {}
  }

  /** @param chunks all full but the last */
  RowValues(List<Chunk> chunks) {
    this.chunks = chunks;
    bases = chunks.stream().mapToLong(Chunk::base).toArray();
    steps = chunks.stream().mapToLong(Chunk::step).toArray();
    int width = chunks.stream().mapToInt(RowValues::width).max().orElse(0);
    data = switch (width) {
      case 0, 1 -> new Data.Bytes(chunks.stream().map(RowValues::bytes).toArray(byte[][]::new));
      case 2 -> new Data.Shorts(chunks.stream().map(RowValues::shorts).toArray(short[][]::new));
      case 4 -> new Data.Ints(chunks.stream().map(RowValues::ints).toArray(int[][]::new));
      default -> new Data.Longs(chunks.stream().map(RowValues::longs).toArray(long[][]::new));
    };
    hasMissing = chunks.stream().anyMatch(c -> c.missing() != null);
    hasInvalid = chunks.stream().anyMatch(c -> c.invalid() != null);
  }

  private static int width(Chunk chunk) {
    return switch (chunk.data()) {
      case null -> 0;
      case byte[] narrow -> 1;
      case short[] narrow -> 2;
      case int[] narrow -> 4;
      default -> 8;
    };
  }

  private static byte[] bytes(Chunk chunk) {
    return chunk.data() instanceof byte[] narrow ? narrow : new byte[chunk.rows()];
  }

  private static short[] shorts(Chunk chunk) {
    if (chunk.data() instanceof short[] narrow) {
      return narrow;
    }
    short[] wider = new short[chunk.rows()];
    for (int row = 0; row < wider.length; row++) {
      wider[row] = (short) steps(chunk, row);
    }
    return wider;
  }

  private static int[] ints(Chunk chunk) {
    if (chunk.data() instanceof int[] narrow) {
      return narrow;
    }
    int[] wider = new int[chunk.rows()];
    for (int row = 0; row < wider.length; row++) {
      wider[row] = (int) steps(chunk, row);
    }
    return wider;
  }

  private static long[] longs(Chunk chunk) {
    if (chunk.data() instanceof long[] wide) {
      return wide;
    }
    long[] wider = new long[chunk.rows()];
    for (int row = 0; row < wider.length; row++) {
      wider[row] = steps(chunk, row);
    }
    return wider;
  }

  /** How many steps a value lies from the base. */
  private static long steps(Chunk chunk, int row) {
    return switch (chunk.data()) {
      case byte[] narrow -> narrow[row];
      case short[] narrow -> narrow[row];
      case int[] narrow -> narrow[row];
      case null, default -> 0;
    };
  }

  /** Writes the values of some rows, {@code order[from .. to)}, to the beginning of {@code values}. */
  void pick(int[] order, int from, int to, long[] values) {
    switch (data) {
      case Data.Bytes(byte[][] of) -> {
        for (int i = from; i < to; i++) {
          int row = order[i];
          values[i - from] = bases[row >> SHIFT] + steps[row >> SHIFT] * of[row >> SHIFT][row & WITHIN];
        }
      }
      case Data.Shorts(short[][] of) -> {
        for (int i = from; i < to; i++) {
          int row = order[i];
          values[i - from] = bases[row >> SHIFT] + steps[row >> SHIFT] * of[row >> SHIFT][row & WITHIN];
        }
      }
      case Data.Ints(int[][] of) -> {
        for (int i = from; i < to; i++) {
          int row = order[i];
          values[i - from] = bases[row >> SHIFT] + steps[row >> SHIFT] * of[row >> SHIFT][row & WITHIN];
        }
      }
      case Data.Longs(long[][] of) -> {
        for (int i = from; i < to; i++) {
          int row = order[i];
          values[i - from] = bases[row >> SHIFT] + steps[row >> SHIFT] * of[row >> SHIFT][row & WITHIN];
        }
      }
    }
  }

  /** Which of some rows have no value; null where all have one. */
  long @Nullable [] pickMissing(int[] order, int from, int to) {
    return hasMissing ? pick(order, from, to, Chunk::isMissing) : null;
  }

  /** Which of some rows were not understood; null where there is none. */
  long @Nullable [] pickInvalid(int[] order, int from, int to) {
    return hasInvalid ? pick(order, from, to, Chunk::isInvalid) : null;
  }

  private interface Mark {
    boolean on(Chunk chunk, int row);
  }

  private long @Nullable [] pick(int[] order, int from, int to, Mark mark) {
    long[] picked = null;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (mark.on(chunks.get(row >> SHIFT), row & WITHIN)) {
        picked = picked == null ? Bits.of(to - from) : picked;
        Bits.set(picked, i - from);
      }
    }
    return picked;
  }
}
