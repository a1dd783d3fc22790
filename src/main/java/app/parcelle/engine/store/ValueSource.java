package app.parcelle.engine.store;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;

/** Decoded chunks, dictionaries and offsets of a project file, cached. All states of the project share it. */
final class ValueSource {
  private final ChunkStore chunks;
  private final TextPieces pieces;
  private final ChunkCache<Object, Chunk> decoded;
  private final ChunkCache<List<Long>, Dictionary> dictionaries;
  private final ChunkCache<List<Long>, int[]> offsets;
  private final LookupChunks lookups;

  private record ChunkKey(long id, int scale) {}

  private record DerivedKey(long version, String columnId, List<Long> versions, int run, int index) {}

  /** @param limit bytes of heap that all caches together may hold */
  ValueSource(ChunkStore chunks, long limit) {
    this.chunks = chunks;
    this.pieces = new TextPieces(chunks);
    this.decoded = new ChunkCache<>(limit * 7 / 10, Chunk::bytes);
    this.dictionaries = new ChunkCache<>(limit * 2 / 10, Dictionary::bytes);
    this.offsets = new ChunkCache<>(limit * 6 / 100, o -> 4L * o.length);
    this.lookups = new LookupChunks(limit * 4 / 100);
  }

  /** @param scale of the column, at least that of the stored values */
  Chunk chunk(Stored.Values values, int index, int scale, String what) {
    return decoded.get(new ChunkKey(values.chunks().get(index), scale), () -> {
      Chunk stored = chunks.chunk(values.chunks().get(index), dictionary(values.texts(), index, what), what);
      return stored.times(powerOfTen(scale - (values.texts().isEmpty() ? values.scale() : scale)));
    });
  }

  private @Nullable Dictionary dictionary(List<Stored.Texts> texts, int index, String what) {
    if (texts.isEmpty()) {
      return null;
    }
    Stored.Texts stored = texts.get(texts.size() == 1 ? 0 : index);
    return stored.prefix() == null
        ? dictionaries.get(stored.pieces(), () -> pieces.read(stored, what))
        : pieces.read(stored, what);
  }

  static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** @param versions of other tables that the values depend on */
  Chunk derived(long version, String columnId, List<Long> versions, int run, int index,
      Supplier<Chunk> compute) {
    return decoded.get(new DerivedKey(version, columnId, versions, run, index), compute);
  }

  LookupChunks lookups() {
    return lookups;
  }

  int[] offsets(List<Long> counts, int customers, String what) {
    return offsets.get(counts, () -> {
      int[] rows = chunks.readAll(counts, customers + 1, what);
      int[] starts = new int[customers + 1];
      for (int c = 0; c < customers; c++) {
        starts[c + 1] = starts[c] + rows[c];
      }
      return starts;
    });
  }
}
