package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.TextDictionary;

class ChunkAppenderTest {
  @Property(tries = 30)
  void piecesWithDictionariesOfTheirOwnKeepTheirTexts(@ForAll long seed) {
    Random random = new Random(seed);
    ChunkAppender appender = new ChunkAppender();
    List<String> expected = new ArrayList<>();
    for (int piece = 0; piece < 8; piece++) {
      int rows = random.nextInt(4) == 0 ? Chunk.ROWS : 1 + random.nextInt(Chunk.ROWS);
      long[] values = new long[rows];
      long[] missing = Bits.of(rows);
      List<String> texts = List.of("a" + piece, "b", "c" + random.nextInt(3));
      for (int r = 0; r < rows; r++) {
        values[r] = random.nextInt(texts.size());
        boolean none = random.nextInt(10) == 0;
        if (none) {
          Bits.set(missing, r);
        }
        expected.add(none ? "-" : texts.get((int) values[r]));
      }
      appender.add(Chunk.pack(values, rows, missing, null, TextDictionary.of(texts)));
    }
    List<String> found = new ArrayList<>();
    List<Chunk> chunks = appender.take();
    for (Chunk chunk : chunks) {
      assertTrue(chunk.rows() == Chunk.ROWS || chunk == chunks.getLast());
      for (int r = 0; r < chunk.rows(); r++) {
        found.add(chunk.isMissing(r) ? "-" : Objects.requireNonNull(chunk.dictionary()).text(chunk.at(r)));
      }
    }
    assertEquals(expected, found);
  }

  @Test
  void chunksMoveToALargerScaleEvenWhereTheirFrameHasNoRoom() {
    ChunkAppender appender = new ChunkAppender();
    long step = 1_000_003;
    long[] values = {0, step, step * 70_000};
    appender.add(Chunk.pack(values, 3, null, null, null));
    appender.scaleBy(100_000_000);
    Chunk chunk = appender.take().getFirst();
    assertEquals(step * 70_000 * 100_000_000, chunk.at(2));
    assertEquals(step * 100_000_000, chunk.at(1));
  }
}
