package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.TextDictionary;

/** Random orders as an import would hand them over: key, time, product, quantity, price. */
public final class Drafts {
  private Drafts() {}

  /** One order line, as plain Java. A null key is a row without customer. */
  public record Line(@Nullable String key, @Nullable Long time, @Nullable String product,
      @Nullable Long quantity,
      @Nullable Long price, long line) {}

  public static List<Line> lines(Random random, int rows, int customers, long firstLine) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      lines.add(
          new Line(random.nextInt(20) == 0 ? null : "C" + String.format("%05d", random.nextInt(customers)),
              random.nextInt(50) == 0 ? null : 1_300_000_000_000L + 60_000L * random.nextInt(500_000),
              random.nextInt(9) == 0 ? null : "product " + random.nextInt(50),
              random.nextInt(30) == 0 ? null : random.nextLong(-3, 20),
              random.nextInt(40) == 0 ? null : random.nextLong(5000),
              firstLine + i));
    }
    return lines;
  }

  public static TableDraft draft(List<Line> lines, int priceScale) {
    List<ColumnDraft> columns = List.of(
        column("Customer", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY, 0, lines.size(),
            i -> lines.get(i).key() == null ? null : Long.valueOf(lines.get(i).key().substring(1)),
            new NumberedDictionary("C", 5)),
        column("Time", ColumnType.DATE_TIME, Role.EVENT_TIME, 0, lines.size(), i -> lines.get(i).time(),
            null),
        texts("Product", lines.stream().map(Line::product).toList()),
        column("Quantity", ColumnType.WHOLE, Role.QUANTITY, 0, lines.size(), i -> lines.get(i).quantity(),
            null),
        column("Price", ColumnType.DECIMAL, Role.UNIT_PRICE, priceScale, lines.size(),
            i -> lines.get(i).price(), null));
    return new TableDraft(lines.size(), columns, chunks(lines.size(), i -> lines.get(i).line(), null),
        List.of());
  }

  interface Cell {
    @Nullable
    Long at(int row);
  }

  static ColumnDraft column(String name, ColumnType type, Role role, int scale, int rows, Cell cell,
      @Nullable Dictionary dictionary) {
    return new ColumnDraft(name, type, role, Meaning.NONE, scale, null, chunks(rows, cell, dictionary),
        List.of());
  }

  private static ColumnDraft texts(String name, List<@Nullable String> texts) {
    List<String> distinct = texts.stream()
        .filter(t -> t != null)
        .distinct()
        .map(t -> t == null ? "" : t)
        .toList();
    return column(name, ColumnType.TEXT, Role.PRODUCT, 0, texts.size(),
        i -> texts.get(i) == null ? null : Long.valueOf(distinct.indexOf(texts.get(i))),
        TextDictionary.of(distinct));
  }

  static List<Chunk> chunks(int rows, Cell cell, @Nullable Dictionary dictionary) {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < rows; from += Chunk.ROWS) {
      int size = Math.min(Chunk.ROWS, rows - from);
      long[] values = new long[size];
      long[] missing = Bits.of(size);
      for (int i = 0; i < size; i++) {
        Long value = cell.at(from + i);
        if (value == null) {
          Bits.set(missing, i);
        } else {
          values[i] = value;
        }
      }
      chunks.add(Chunk.pack(values, size, Bits.count(missing) == 0 ? null : missing, null, dictionary));
    }
    return chunks;
  }

  /** By customer in the order of first appearance, then time; rows without customer last, in the order of the source. */
  static List<Line> sorted(List<Line> lines) {
    Map<@Nullable String, Integer> number = new HashMap<>();
    lines.forEach(l -> number.putIfAbsent(l.key(), l.key() == null ? Integer.MAX_VALUE : number.size()));
    Comparator<Line> byCustomer = Comparator.comparingInt(l -> number.get(l.key()));
    Comparator<Line> byTime = Comparator
        .comparingLong(l -> l.key() == null ? 0 : l.time() == null ? Long.MIN_VALUE : l.time());
    return lines.stream().sorted(byCustomer.thenComparing(byTime).thenComparingLong(Line::line)).toList();
  }

  /** Checks a table of one run against its lines. */
  static void checkRows(List<Line> lines, Dataset data, TableVersion table, int scale) {
    List<Line> expected = sorted(lines);
    TableVersion.Run run = table.runs().get(0);
    assertEquals(expected.size(), run.rows());
    int row = 0;
    for (int index = 0; index < run.chunks(); index++) {
      List<Chunk> chunks = new ArrayList<>();
      for (Column column : table.columns()) {
        chunks.add(data.chunk(table, column, run, index));
      }
      for (int i = 0; i < chunks.get(0).rows(); i++, row++) {
        Line line = expected.get(row);
        assertEquals(line.key(), text(chunks.get(0), i), "row " + row);
        assertValue(line.time(), chunks.get(1), i);
        assertEquals(line.product(), text(chunks.get(2), i));
        assertValue(line.quantity(), chunks.get(3), i);
        assertValue(line.price(), chunks.get(4), i);
        assertValue(
            line.quantity() == null || line.price() == null
                ? null
                : Long.valueOf(line.quantity() * line.price()),
            chunks.get(5), i);
      }
    }
    assertEquals(expected.size(), row);
    assertEquals(scale, table.columns().get(5).scale());
  }

  private static @Nullable String text(Chunk chunk, int row) {
    return chunk.isMissing(row) || chunk.dictionary() == null ? null : chunk.dictionary().text(chunk.at(row));
  }

  private static void assertValue(@Nullable Long expected, Chunk chunk, int row) {
    if (expected == null) {
      assertTrue(chunk.isMissing(row));
      assertNull(expected);
    } else {
      assertEquals(expected.longValue(), chunk.at(row));
      assertTrue(!chunk.isMissing(row));
    }
  }
}
