package app.parcelle.engine.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/** A test of one value a customer, or of two, over chunks of customer numbers. */
record ChunkLeaf(AttributeTest test, int customers, JobContext job) {
  /** @param others the values that the test compares with; empty for most tests */
  Evaluator.Leaf of(List<Chunk> chunks, List<Chunk> others) {
    long[] bits = Bits.of(customers);
    Blocks.each(chunks.size(), job, i -> {
      long[] met = test.mark(chunks.get(i), others.isEmpty() ? null : others.get(i));
      System.arraycopy(met, 0, bits, i * (Chunk.ROWS >> 6), met.length);
    });
    return new Evaluator.Leaf(bits, marks(chunks, others, Chunk::missing),
        marks(chunks, others, Chunk::invalid));
  }

  /** A mark of the chunk. */
  private interface Mark {
    long @Nullable [] of(Chunk chunk);
  }

  /** Who has the mark in one field or the other; null when nobody has. */
  private long @Nullable [] marks(List<Chunk> chunks, List<Chunk> others, Mark mark) {
    long[] marks = null;
    for (List<Chunk> field : List.of(chunks, others)) {
      int word = 0;
      for (Chunk chunk : field) {
        long[] marked = mark.of(chunk);
        if (marked != null) {
          marks = marks == null ? Bits.of(customers) : marks;
          for (int w = 0; w < marked.length; w++) {
            marks[word + w] |= marked[w];
          }
        }
        word += Chunk.ROWS >> 6;
      }
    }
    return marks;
  }
}
