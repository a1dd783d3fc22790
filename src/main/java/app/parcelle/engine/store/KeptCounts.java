package app.parcelle.engine.store;

import java.util.function.IntFunction;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/** How many of each customer's rows in a run are kept. To be asked for its chunks in their order, each once. */
final class KeptCounts implements IntFunction<Chunk> {
  private final IntFunction<Chunk> counts;
  private final long[] kept;
  private int position;

  KeptCounts(IntFunction<Chunk> counts, long[] kept) {
    this.counts = counts;
    this.kept = kept;
  }

  @Override
  public Chunk apply(int index) {
    Chunk all = counts.apply(index);
    long[] left = new long[all.rows()];
    for (int i = 0; i < left.length; i++) {
      int end = position + Math.toIntExact(all.at(i));
      left[i] = Bits.count(kept, position, end);
      position = end;
    }
    return Chunk.pack(left, left.length, null, null, null);
  }
}
