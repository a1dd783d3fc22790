package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

class RangeOverChunksTest {
  /** Steps larger than the range are tried too: then the range may lie between two values of the chunk. */
  @Property(tries = 2000)
  void theRowsMarkedAreThoseInTheRange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int rows,
      @ForAll @IntRange(min = 0, max = 40) int bits, @ForAll boolean outside) {
    Random random = new Random(seed);
    long step = 1L + random.nextInt(50);
    long base = random.nextInt(2_000) - 1_000L;
    long[] values = new long[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = base + step * (bits == 0 ? 0 : random.nextLong() >>> (64 - bits));
    }
    long low = values[random.nextInt(rows)] + random.nextInt(80) - 40;
    ValueRange range = new ValueRange(low, low + random.nextInt(120), outside);
    long[] marked = Bits.of(rows);
    new RangeTest(range).mark(Chunk.pack(values, rows, null, null, null), marked, 0);
    for (int i = 0; i < rows; i++) {
      assertEquals(range.holds(values[i]), Bits.get(marked, i), "row " + i);
    }
  }
}
