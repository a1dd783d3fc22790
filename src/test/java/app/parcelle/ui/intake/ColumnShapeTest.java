package app.parcelle.ui.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TableVersion.Run;
import app.parcelle.engine.table.TextDictionary;

class ColumnShapeTest {
  @Test
  void eachWholeNumberOfASmallRangeHasItsBar() {
    ColumnShape shape = shape(ColumnType.WHOLE, chunk(new long[]{-1, 0, 0, 2, 2, 2}, null, null));
    assertArrayEquals(new long[]{1, 2, 0, 3}, shape.bars());
    assertEquals(-1, shape.low());
    assertEquals(2, shape.high());
  }

  @Test
  void extremesStandInTheOuterBars() {
    long[] values = LongStream.concat(LongStream.range(0, 1000), LongStream.of(1_000_000)).toArray();
    ColumnShape shape = shape(ColumnType.WHOLE, chunk(values, null, null));
    assertEquals(1001, Arrays.stream(shape.bars()).sum());
    assertTrue(shape.high() < 1000);
    assertTrue(shape.bars().length <= ColumnShape.BARS);
  }

  @Test
  void missingValuesAreNotDrawn() {
    long[] missing = Bits.of(3);
    Bits.set(missing, 1);
    ColumnShape shape = shape(ColumnType.WHOLE, chunk(new long[]{5, 0, 5}, missing, null));
    assertArrayEquals(new long[]{2}, shape.bars());
  }

  @Test
  void columnWithoutValuesHasNoShape() {
    assertTrue(shape(ColumnType.DATE, chunk(new long[]{0}, Bits.full(1), null)).empty());
  }

  @Test
  void mostFrequentTextsComeFirst() {
    Dictionary words = TextDictionary.of(List.of("FR", "BE", "CH"));
    ColumnShape shape = shape(ColumnType.TEXT, chunk(new long[]{1, 0, 2, 0, 1, 0}, null, words));
    assertEquals(List.of("FR", "BE", "CH"), shape.frequent());
    assertArrayEquals(new long[]{3, 2, 1}, shape.bars());
    assertFalse(shape.allDifferent());
  }

  @Test
  void keysAreSeenAsAllDifferent() {
    List<String> keys = IntStream.range(0, 40).mapToObj(i -> "C" + i).toList();
    ColumnShape shape = shape(ColumnType.IDENTIFIER,
        chunk(LongStream.range(0, 40).toArray(), null, TextDictionary.of(keys)));
    assertTrue(shape.allDifferent());
  }

  @Test
  void largeTablesAreLookedAtInPart() {
    Chunk chunk = chunk(LongStream.range(0, Chunk.ROWS).toArray(), null, null);
    ColumnShape shape = shape(ColumnType.WHOLE, _ -> chunk, 40 * Chunk.ROWS);
    long drawn = Arrays.stream(shape.bars()).sum();
    assertTrue(drawn > 15_000 && drawn < 30_000, () -> "drawn: " + drawn);
  }

  private static Chunk chunk(long[] values, long @Nullable [] missing, @Nullable Dictionary words) {
    return Chunk.pack(values, values.length, missing, null, words);
  }

  private static ColumnShape shape(ColumnType type, Chunk only) {
    return shape(type, _ -> only, only.rows());
  }

  /** Gives the chunk of an index. */
  private interface Chunks {
    Chunk at(int index);
  }

  private static ColumnShape shape(ColumnType type, Chunks chunks, int rows) {
    Column column = new Column("c1", "column", type, Role.NONE, 0, 0, 0, null, Column.Origin.STORED);
    TableVersion table = new TableVersion(1, "t1", "table", TableKind.EVENTS, List.of(column),
        List.of(new Run(0, rows, 0)), null);
    Dataset data = new Dataset() {
      @Override
      public List<TableVersion> tables() {
        return List.of(table);
      }

      @Override
      public Dictionary customers() {
        return TextDictionary.of(List.of());
      }

      @Override
      public ZoneId zone() {
        return ZoneId.of("Europe/Paris");
      }

      @Override
      public Chunk chunk(TableVersion of, Column which, Run run, int index) {
        return chunks.at(index);
      }

      @Override
      public int[] offsets(TableVersion of, Run run) {
        throw new UnsupportedOperationException();
      }
    };
    return ColumnShape.of(data, table, column, JobContext.silent());
  }
}
