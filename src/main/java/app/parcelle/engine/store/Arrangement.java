package app.parcelle.engine.store;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Frame;

/**
 * Brings columns from the order of the source to that of a run. Values go to the chunk where they belong first, in the order of
 * the source, and to their rows within the chunk then: each step stays in the processor's cache, where going straight to a
 * value's place would miss it at nearly every row.
 */
final class Arrangement {
  private static final int WITHIN = Chunk.ROWS - 1;

  /** Row of the source to a place in its chunk of the run, and that place to the row of the chunk. */
  private final int[] places;
  private final char[] rowOfPlace;

  /** @param positions row of the source to row of the run; overwritten */
  Arrangement(int[] positions) {
    places = positions;
    rowOfPlace = new char[positions.length];
    int[] filled = new int[chunks()];
    for (int row = 0; row < positions.length; row++) {
      int position = positions[row];
      int chunk = position / Chunk.ROWS;
      int place = chunk * Chunk.ROWS + filled[chunk]++;
      rowOfPlace[place] = (char) (position & WITHIN);
      places[row] = place;
    }
  }

  int rows() {
    return places.length;
  }

  int chunks() {
    return (rows() + Chunk.ROWS - 1) / Chunk.ROWS;
  }

  /** How many rows a chunk of the run has. */
  int rows(int chunk) {
    return Math.min(Chunk.ROWS, rows() - chunk * Chunk.ROWS);
  }

  /** @param source a column: chunks of all rows in the order of the source, all full but the last */
  Column of(List<Chunk> source) {
    return new Column(source);
  }

  /** A column in the order of the run. */
  final class Column {
    private final Frame frame;
    private final @Nullable Object placed;
    private final long @Nullable [] missing;
    private final long @Nullable [] invalid;

    private Column(List<Chunk> source) {
      frame = Frame.of(source);
      placed = place(source);
      missing = marks(source, Chunk::missing);
      invalid = marks(source, Chunk::invalid);
    }

    private @Nullable Object place(List<Chunk> source) {
      Object data = switch (frame.width()) {
        case 0 -> null;
        case 1 -> new byte[rows()];
        case 2 -> new char[rows()];
        case 4 -> new int[rows()];
        default -> new long[rows()];
      };
      long[] block = new long[Math.min(rows(), Chunk.ROWS)];
      int first = 0;
      for (Chunk chunk : source) {
        chunk.copyTo(block, 0);
        place(block, chunk.rows(), first, data);
        first += chunk.rows();
      }
      return data;
    }

    private void place(long[] values, int rows, int first, @Nullable Object data) {
      switch (data) {
        case byte[] narrow -> {
          for (int i = 0; i < rows; i++) {
            narrow[places[first + i]] = (byte) frame.steps(values[i]);
          }
        }
        case char[] narrow -> {
          for (int i = 0; i < rows; i++) {
            narrow[places[first + i]] = (char) frame.steps(values[i]);
          }
        }
        case int[] narrow -> {
          for (int i = 0; i < rows; i++) {
            narrow[places[first + i]] = (int) frame.steps(values[i]);
          }
        }
        case long[] wide -> {
          for (int i = 0; i < rows; i++) {
            wide[places[first + i]] = values[i];
          }
        }
        case null, default -> {
        }
      }
    }

    private long @Nullable [] marks(List<Chunk> source, Function<Chunk, long @Nullable []> marksOf) {
      long[] marks = null;
      int first = 0;
      for (Chunk chunk : source) {
        long[] these = marksOf.apply(chunk);
        for (int i = 0; these != null && i < chunk.rows(); i++) {
          if (Bits.get(these, i)) {
            marks = marks == null ? Bits.of(rows()) : marks;
            int place = places[first + i];
            Bits.set(marks, place - (place & WITHIN) + rowOfPlace[place]);
          }
        }
        first += chunk.rows();
      }
      return marks;
    }

    /** Writes the values of a chunk of the run to the beginning of {@code to}. */
    void values(int chunk, long[] to) {
      int first = chunk * Chunk.ROWS;
      int end = first + rows(chunk);
      switch (placed) {
        case byte[] narrow -> {
          for (int i = first; i < end; i++) {
            to[rowOfPlace[i]] = frame.value(narrow[i] & 0xFF);
          }
        }
        case char[] narrow -> {
          for (int i = first; i < end; i++) {
            to[rowOfPlace[i]] = frame.value(narrow[i]);
          }
        }
        case int[] narrow -> {
          for (int i = first; i < end; i++) {
            to[rowOfPlace[i]] = frame.value(narrow[i] & 0xFFFF_FFFFL);
          }
        }
        case long[] wide -> {
          for (int i = first; i < end; i++) {
            to[rowOfPlace[i]] = wide[i];
          }
        }
        case null, default -> java.util.Arrays.fill(to, 0, end - first, frame.value(0));
      }
    }

    /** Which rows of a chunk of the run have no value; null where all have one. */
    long @Nullable [] missing(int chunk) {
      return marks(missing, chunk);
    }

    /** Which rows of a chunk of the run were not understood; null where there is none. */
    long @Nullable [] invalid(int chunk) {
      return marks(invalid, chunk);
    }

    private long @Nullable [] marks(long @Nullable [] all, int chunk) {
      int first = chunk * Chunk.ROWS;
      return all == null || Bits.count(all, first, first + rows(chunk)) == 0
          ? null
          : java.util.Arrays.copyOfRange(all, first / 64, first / 64 + Bits.words(rows(chunk)));
    }
  }
}
