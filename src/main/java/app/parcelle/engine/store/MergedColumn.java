package app.parcelle.engine.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;

/** One column of runs that are merged: the next values of each run, in the order of the rows. */
final class MergedColumn {
  private final List<ChunkCursor> runs;
  private final MergedTexts texts;

  MergedColumn(List<ChunkCursor> runs, MergedTexts texts) {
    this.runs = List.copyOf(runs);
    this.texts = texts;
  }

  /**
   * The values of the next rows. The block has a dictionary where it needs one of its own.
   *
   * @param from the run of each row, as {@link MergeOrder#next} says
   */
  Block next(short[] from, int rows) {
    long[] values = new long[rows];
    long[] missing = null;
    long[] invalid = null;
    Map<String, Integer> own = texts.ownOfEachChunk() ? new LinkedHashMap<>() : null;
    for (int i = 0; i < rows; i++) {
      ChunkCursor run = runs.get(from[i]);
      run.next();
      if (run.isMissing()) {
        missing = marked(missing, rows, i);
        if (run.isInvalid()) {
          invalid = marked(invalid, rows, i);
        }
      } else if (own != null) {
        String text = Objects.requireNonNull(run.dictionary()).text(run.value());
        values[i] = own.computeIfAbsent(text, _ -> own.size());
      } else {
        values[i] = texts.code(from[i], run.value());
      }
    }
    return new Block(values, rows, missing, invalid,
        own == null ? null : TextDictionary.of(List.copyOf(own.keySet())));
  }

  /** The values of some rows, as {@link Chunk#pack} takes them. */
  record Block(long[] values, int rows, long @Nullable [] missing, long @Nullable [] invalid,
      @Nullable Dictionary dictionary) {}

  private static long[] marked(long @Nullable [] marks, int rows, int row) {
    long[] all = marks == null ? Bits.of(rows) : marks;
    Bits.set(all, row);
    return all;
  }
}
