package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field.ScorePart;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmScores;

/** Scores as chunks over customer numbers; missing for those without purchase. */
final class ScoreChunks {
  private ScoreChunks() {}

  static List<Chunk> of(RfmScores scores, ScorePart part, RfmModel model) {
    byte[] values = switch (part) {
      case RECENCY -> scores.recency();
      case FREQUENCY -> scores.frequency();
      case MONETARY -> scores.monetary();
      case SEGMENT -> scores.segments();
    };
    boolean segment = part == ScorePart.SEGMENT;
    Dictionary names = segment ? TextDictionary.of(model.names()) : null;
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < values.length; from += Chunk.ROWS) {
      chunks.add(chunk(values, from, Math.min(Chunk.ROWS, values.length - from), segment ? 1 : 0, names));
    }
    return chunks;
  }

  private static Chunk chunk(byte[] values, int from, int rows, int first, @Nullable Dictionary names) {
    long[] block = new long[rows];
    long[] missing = Bits.of(rows);
    for (int i = 0; i < rows; i++) {
      block[i] = Math.max(0, values[from + i] - first);
      if (values[from + i] == 0) {
        Bits.set(missing, i);
      }
    }
    return Chunk.pack(block, rows, Bits.count(missing) == 0 ? null : missing, null, names);
  }
}
