package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.table.TextIndex;

/** Joins pieces of a column, of any number of rows up to a full chunk's, to full chunks and a last one. */
final class ChunkAppender {
  private List<Chunk> full = new ArrayList<>();
  private List<Chunk> pieces = new ArrayList<>();
  private int pieceRows;
  private long bytes;

  void add(Chunk piece) {
    bytes += piece.bytes() + (piece.dictionary() == null ? 0 : piece.dictionary().bytes());
    if (pieces.isEmpty() && piece.rows() == Chunk.ROWS) {
      full.add(piece);
      return;
    }
    pieces.add(piece);
    pieceRows += piece.rows();
    if (pieceRows >= Chunk.ROWS) {
      join();
    }
  }

  /** About how many bytes of heap the chunks hold. */
  long bytes() {
    return bytes;
  }

  /** Multiplies all values so far. */
  void scaleBy(long factor) {
    full.replaceAll(c -> times(c, factor));
    pieces.replaceAll(c -> times(c, factor));
  }

  /** All chunks so far, the last one perhaps not full; begins anew. */
  List<Chunk> take() {
    if (pieces.size() > 1) {
      join();
    }
    List<Chunk> all = full;
    all.addAll(pieces);
    full = new ArrayList<>();
    pieces = new ArrayList<>();
    pieceRows = 0;
    bytes = 0;
    return all;
  }

  /** Makes one chunk of the pieces, and a piece of what is beyond a full one. */
  private void join() {
    long[] values = new long[pieceRows];
    long[] missing = Bits.of(pieceRows);
    long[] invalid = Bits.of(pieceRows);
    int row = 0;
    for (Chunk piece : pieces) {
      piece.copyTo(values, row);
      for (int r = 0; r < piece.rows(); r++) {
        if (piece.isMissing(r)) {
          Bits.set(missing, row + r);
        }
        if (piece.isInvalid(r)) {
          Bits.set(invalid, row + r);
        }
      }
      row += piece.rows();
    }
    boolean oneDictionary = pieces.stream().map(Chunk::dictionary).distinct().count() == 1;
    Dictionary shared = pieces.getFirst().dictionary();
    List<Chunk> parts = new ArrayList<>();
    for (int from = 0; from < pieceRows; from += Chunk.ROWS) {
      int to = Math.min(from + Chunk.ROWS, pieceRows);
      long[] part = Arrays.copyOfRange(values, from, to);
      Dictionary dictionary = oneDictionary ? shared : recode(part, from, missing);
      parts.add(Chunk.pack(part, to - from, slice(missing, from, to), slice(invalid, from, to), dictionary));
    }
    pieces = new ArrayList<>();
    pieceRows = 0;
    for (Chunk part : parts) {
      if (part.rows() == Chunk.ROWS) {
        full.add(part);
      } else {
        pieces.add(part);
        pieceRows = part.rows();
      }
    }
  }

  /** Gives the texts of several dictionaries codes in one. {@code part[0]} is row {@code from} of the pieces. */
  private Dictionary recode(long[] part, int from, long[] missing) {
    TextIndex index = new TextIndex();
    int begin = 0;
    for (Chunk piece : pieces) {
      int first = Math.max(begin, from);
      int last = Math.min(begin + piece.rows(), from + part.length);
      if (first < last && piece.dictionary() instanceof TextDictionary texts) {
        int[] codes = new int[texts.size()];
        for (int r = first; r < last; r++) {
          if (!Bits.get(missing, r)) {
            int code = (int) part[r - from];
            if (codes[code] == 0) {
              codes[code] = 1 + index.add(texts.utf8(), texts.offsets()[code], texts.offsets()[code + 1]);
            }
            part[r - from] = codes[code] - 1L;
          }
        }
      }
      begin += piece.rows();
    }
    return index.dictionary();
  }

  private static long @Nullable [] slice(long[] bits, int from, int to) {
    if (Bits.count(bits, from, to) == 0) {
      return null;
    }
    // from is 0 or the rows of a chunk: a multiple of 64
    long[] part = Arrays.copyOfRange(bits, from >> 6, (from >> 6) + Bits.words(to - from));
    if ((to & 63) != 0) {
      part[part.length - 1] &= (1L << (to & 63)) - 1;
    }
    return part;
  }

  /** Multiplies the values of a chunk. */
  static Chunk times(Chunk chunk, long factor) {
    try {
      return chunk.times(factor);
    } catch (ArithmeticException baseHasNoRoom) {
      long[] values = new long[chunk.rows()];
      chunk.copyTo(values, 0);
      for (int r = 0; r < values.length; r++) {
        values[r] *= factor;
      }
      return Chunk.pack(values, chunk.rows(), chunk.missing(), chunk.invalid(), chunk.dictionary());
    }
  }
}
