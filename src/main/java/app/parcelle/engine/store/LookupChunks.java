package app.parcelle.engine.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;

/**
 * Columns that lookup tables bring, chunk by chunk: the code of a value names a row, the row has the value. What belongs to a
 * version of a lookup table is computed once for all states of a project.
 */
final class LookupChunks {
  private final ChunkCache<Object, LookupRows> rows;
  private final ChunkCache<Object, LookupRows.Values> values;
  private final ChunkCache<Object, int[]> codes;

  private record ColumnKey(List<Long> versions, String columnId) {}

  private record CodesKey(Dictionary dictionary, ColumnKey by) {}

  /** @param limit bytes of heap that all caches together may hold */
  LookupChunks(long limit) {
    this.rows = new ChunkCache<>(limit / 3, LookupRows::bytes);
    this.values = new ChunkCache<>(limit / 3, LookupRows.Values::bytes);
    this.codes = new ChunkCache<>(limit / 3, c -> 4L * c.length + 64);
  }

  /** @param named the chunk of the column that names the rows */
  Chunk of(Dataset data, Derived.Looked looked, Chunk named) {
    ColumnKey by = new ColumnKey(looked.versions(), "by " + looked.by().id());
    LookupRows found = rows.get(by, () -> LookupRows.of(data, looked.lookup(), looked.by()));
    LookupRows.Values there = values.get(new ColumnKey(looked.versions(), looked.value().id()),
        () -> LookupRows.Values.of(data, looked.lookup(), looked.value()));
    int[] ofCode = named.dictionary() instanceof TextDictionary texts
        ? codes.get(new CodesKey(texts, by), () -> found.of(texts))
        : null;
    return chunk(named, found, there, ofCode);
  }

  private static Chunk chunk(Chunk named, LookupRows found, LookupRows.Values there,
      int @Nullable [] ofCode) {
    int size = named.rows();
    int[] rowOf = new int[size];
    found.of(named, ofCode, rowOf);
    long[] result = new long[size];
    long[] missing = Bits.of(size);
    long[] invalid = Bits.of(size);
    boolean anyMissing = false;
    boolean anyInvalid = false;
    for (int i = 0; i < size; i++) {
      int row = rowOf[i];
      if (row >= 0 && !Bits.get(there.missing(), row)) {
        result[i] = there.values()[row];
      } else {
        Bits.set(missing, i);
        anyMissing = true;
        if (row >= 0 && Bits.get(there.invalid(), row)) {
          Bits.set(invalid, i);
          anyInvalid = true;
        }
      }
    }
    return Chunk.pack(result, size, anyMissing ? missing : null, anyInvalid ? invalid : null,
        there.dictionary());
  }
}
