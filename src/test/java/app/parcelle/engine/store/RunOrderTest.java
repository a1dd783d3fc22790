package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

class RunOrderTest {
  /** Rows beyond one chunk, customers of a few rows or of several chunks, and times in any order. */
  @ParameterizedTest
  @CsvSource({"0,3,10", "1,1,10", "5000,700,100000", "200000,2,1000000000", "200000,3,5",
      "150000,40000,90000",
      "140000,1,0"})
  void rowsGoByCustomerThenTimeThenSource(int rows, int customers, int span) {
    Random random = new Random(rows + customers);
    int[] customer = new int[rows];
    long[] time = new long[rows];
    boolean[] timeless = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      customer[row] = random.nextInt(customers + 1);
      // a span of 0 stands for times that ascend already
      time[row] = span == 0 ? 1_000_000L + row / 7 : 1_000_000L + 1000L * random.nextInt(span);
      timeless[row] = span > 0 && random.nextInt(30) == 0;
    }
    List<Integer> expected = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      expected.add(row);
    }
    expected.sort(Comparator.comparingInt((Integer row) -> customer[row])
        .thenComparingLong(row -> timeless[row] || customer[row] == customers ? Long.MIN_VALUE : time[row]));

    RunOrder order = RunOrder.of(customer.clone(), customers, chunks(time, timeless));

    assertEquals(expected, sources(order.arrangement()));
    int[] rowsOf = new int[customers + 1];
    for (int c : customer) {
      rowsOf[c]++;
    }
    for (int c = 0; c < customers; c++) {
      assertEquals(rowsOf[c], order.offsets()[c + 1] - order.offsets()[c]);
    }
  }

  /** The rows of the source in the order of the run. */
  private static List<Integer> sources(Arrangement arrangement) {
    long[] rows = new long[arrangement.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
    Arrangement.Column column = arrangement.of(chunks(rows, new boolean[rows.length]));
    List<Integer> sources = new ArrayList<>();
    long[] block = new long[Chunk.ROWS];
    for (int chunk = 0; chunk < arrangement.chunks(); chunk++) {
      column.values(chunk, block);
      for (int i = 0; i < arrangement.rows(chunk); i++) {
        sources.add((int) block[i]);
      }
    }
    return sources;
  }

  private static List<Chunk> chunks(long[] values, boolean[] absent) {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < values.length; from += Chunk.ROWS) {
      int rows = Math.min(Chunk.ROWS, values.length - from);
      long[] missing = Bits.of(rows);
      for (int i = 0; i < rows; i++) {
        if (absent[from + i]) {
          Bits.set(missing, i);
        }
      }
      long[] part = java.util.Arrays.copyOfRange(values, from, from + rows);
      chunks.add(Chunk.pack(part, rows, Bits.count(missing) > 0 ? missing : null, null, null));
    }
    return chunks;
  }
}
