package app.parcelle.engine.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkTest {
  @Property(tries = 500)
  void whatIsPackedAndWrittenIsReadAgain(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2000) int rows,
      @ForAll @IntRange(min = 0, max = 64) int bits, @ForAll boolean holes) {
    Random random = new Random(seed);
    long base = random.nextLong() >> random.nextInt(64);
    long step = 1L + random.nextInt(1000);
    long[] values = new long[rows];
    long[] missing = holes ? Bits.of(rows) : null;
    for (int i = 0; i < rows; i++) {
      values[i] = base + step * (bits == 0 ? 0 : random.nextLong() >>> (64 - bits));
      if (missing != null && random.nextInt(3) == 0) {
        Bits.set(missing, i);
        values[i] = random.nextLong();
      }
    }
    long[] invalid = missing == null ? null : missing.clone();
    Chunk packed = Chunk.pack(values, rows, missing, invalid, null);
    Chunk again = ChunkCodec.decode(ChunkCodec.encode(values, rows, missing, invalid), null);
    for (Chunk chunk : new Chunk[]{packed, again}) {
      assertEquals(rows, chunk.rows());
      long[] all = new long[rows + 1];
      chunk.copyTo(all, 1);
      for (int i = 0; i < rows; i++) {
        assertEquals(missing != null && Bits.get(missing, i), chunk.isMissing(i));
        if (!chunk.isMissing(i)) {
          assertEquals(values[i], chunk.at(i), "row " + i);
          assertEquals(values[i], all[i + 1], "row " + i);
          assertTrue(chunk.min() <= values[i] && values[i] <= chunk.max());
        }
      }
    }
    assertArrayEquals(missing, again.missing());
    assertArrayEquals(invalid, again.invalid());
  }

  @Test
  void timesOnWholeMinutesTakeNoMoreThanTwoBytes() {
    long[] times = new long[1000];
    for (int i = 0; i < times.length; i++) {
      times[i] = 1_300_000_000_000L + 60_000L * (i * 37L % 60_000);
    }
    Chunk chunk = Chunk.pack(times, times.length, null, null, null);
    assertTrue(chunk.data() instanceof short[]);
    assertEquals(times[999], chunk.at(999));
  }

  @Test
  void decimalsMoveToALargerScale() {
    Chunk chunk = Chunk.pack(new long[]{125, -3, 99_999}, 3, null, null, null).times(100);
    assertEquals(12_500, chunk.at(0));
    assertEquals(-300, chunk.at(1));
    assertEquals(9_999_900, chunk.max());
  }

  @Test
  void shortOrForeignBytesAreRefused() {
    byte[] good = ChunkCodec.encode(new long[]{1, 2, 300}, 3, null, null);
    assertThrows(IllegalArgumentException.class,
        () -> ChunkCodec.decode(java.util.Arrays.copyOf(good, good.length - 1), null));
    assertThrows(IllegalArgumentException.class, () -> ChunkCodec.decode(new byte[5], null));
  }

  @Property
  void bitsAreCountedBetweenAnyTwoPositions(@ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int a,
      @ForAll @IntRange(min = 0, max = 300) int b) {
    Random random = new Random(seed);
    long[] bits = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(),
        random.nextLong()};
    int expected = 0;
    for (int i = a; i < b; i++) {
      expected += Bits.get(bits, i) ? 1 : 0;
    }
    assertEquals(expected, Bits.count(bits, a, b));
  }
}
