package app.parcelle.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;

/** Chunks of one field put end to end. */
final class Gathered {
  private Gathered() {}

  static FieldColumn of(Field field, List<Chunk> chunks, int customers) {
    long[] values = new long[customers];
    long[] missing = Bits.of(customers);
    long[] invalid = Bits.of(customers);
    boolean oneDictionary = chunks.stream().map(Chunk::dictionary).distinct().count() <= 1;
    Map<String, Integer> codes = new HashMap<>();
    int at = 0;
    for (Chunk chunk : chunks) {
      chunk.copyTo(values, at);
      copy(chunk.missing(), missing, at);
      copy(chunk.invalid(), invalid, at);
      Dictionary dictionary = chunk.dictionary();
      if (!oneDictionary && dictionary != null) {
        for (int i = 0; i < chunk.rows(); i++) {
          if (!chunk.isMissing(i)) {
            values[at + i] = codes.computeIfAbsent(dictionary.text(chunk.at(i)), t -> codes.size());
          }
        }
      }
      at += chunk.rows();
    }
    return new FieldColumn(field, values, missing, invalid,
        oneDictionary ? chunks.isEmpty() ? null : chunks.get(0).dictionary() : dictionary(codes));
  }

  private static void copy(long @Nullable [] from, long[] to, int at) {
    if (from != null) {
      System.arraycopy(from, 0, to, at >> 6, from.length);
    }
  }

  private static Dictionary dictionary(Map<String, Integer> codes) {
    String[] texts = new String[codes.size()];
    codes.forEach((text, code) -> texts[code] = text);
    return TextDictionary.of(List.of(texts));
  }
}
