package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TextDictionary;

/** Runs in chunks of a few rows, merged block by block, against all rows sorted in memory. */
class MergeOrderTest {
  private static final int NOBODY = Integer.MAX_VALUE;
  private static final int CUSTOMERS = 5;

  /**
   * A row.
   *
   * @param customer {@link #NOBODY} where it has none
   * @param time null where it is missing
   * @param value null where it is missing, negative where it is invalid
   */
  record Row(int customer, @Nullable Integer time, @Nullable Integer value) {}

  @Property
  void mergedRunsAreAllRowsSorted(@ForAll("runs") List<List<Row>> parts, @ForAll boolean timed,
      @ForAll @IntRange(min = 1, max = 4) int rowsPerChunk, @ForAll @IntRange(min = 1, max = 7) int block,
      @ForAll boolean texts) {
    List<List<Row>> runs = parts.stream().map(part -> sorted(part, timed)).toList();
    List<Integer> counts = new ArrayList<>();
    MergeOrder order = new MergeOrder(runs.stream().map(run -> source(run, timed, rowsPerChunk)).toList(),
        counts::add);
    MergedColumn values = new MergedColumn(
        runs.stream().map(run -> cursor(run.stream().map(Row::value).toList(), rowsPerChunk, texts)).toList(),
        texts ? MergedTexts.OF_EACH_CHUNK : MergedTexts.NONE);
    short[] from = new short[block];
    List<String> found = new ArrayList<>();
    for (int rows = order.next(from); rows > 0; rows = order.next(from)) {
      MergedColumn.Block next = values.next(from, rows);
      Chunk chunk = Chunk.pack(next.values(), rows, next.missing(), next.invalid(), next.dictionary());
      for (int i = 0; i < rows; i++) {
        found.add(from[i] + " " + said(chunk, i));
      }
    }

    List<Row> all = new ArrayList<>();
    List<Integer> runOf = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      all.addAll(runs.get(run));
      runOf.addAll(java.util.Collections.nCopies(runs.get(run).size(), run));
    }
    List<String> expected = IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparing(all::get, byCustomerAndTime(timed)))
        .map(i -> runOf.get(i) + " " + said(all.get(i)))
        .toList();
    assertEquals(expected, found);
    int customers = runs.stream().mapToInt(MergeOrderTest::customers).max().orElse(0);
    assertEquals(customers, order.customers());
    assertEquals(IntStream.rangeClosed(0, customers)
        .mapToObj(
            c -> (int) all.stream().filter(row -> row.customer() == (c == customers ? NOBODY : c)).count())
        .toList(), counts);
  }

  @Provide
  Arbitrary<List<List<Row>>> runs() {
    Arbitrary<Integer> customer = Arbitraries.integers()
        .between(0, CUSTOMERS)
        .map(c -> c == CUSTOMERS ? NOBODY : c);
    Arbitrary<Row> row = Combinators
        .combine(customer, Arbitraries.integers().between(0, 3).injectNull(0.1),
            Arbitraries.integers().between(-2, 9).injectNull(0.1))
        .as(Row::new);
    return row.list().ofMaxSize(12).list().ofMinSize(1).ofMaxSize(6);
  }

  private static Comparator<Row> byCustomerAndTime(boolean timed) {
    return Comparator.comparingInt(Row::customer)
        .thenComparingLong(
            row -> !timed || row.customer() == NOBODY ? 0 : row.time() == null ? Long.MIN_VALUE : row.time());
  }

  private static List<Row> sorted(List<Row> rows, boolean timed) {
    return rows.stream().sorted(byCustomerAndTime(timed)).toList();
  }

  /** A run knows the customers that came before it or in it. */
  private static int customers(List<Row> run) {
    return run.stream().mapToInt(row -> row.customer() == NOBODY ? 0 : row.customer() + 1).max().orElse(0);
  }

  private static MergeOrder.Source source(List<Row> run, boolean timed, int rowsPerChunk) {
    int customers = customers(run);
    List<@Nullable Integer> counts = new ArrayList<>();
    for (int c = 0; c <= customers; c++) {
      int customer = c == customers ? NOBODY : c;
      counts.add((int) run.stream().filter(row -> row.customer() == customer).count());
    }
    return new MergeOrder.Source(customers, cursor(counts, rowsPerChunk, false),
        timed ? cursor(run.stream().map(Row::time).toList(), rowsPerChunk, false) : null);
  }

  /** Negative values are invalid; as texts, each chunk has a dictionary of its own. */
  private static ChunkCursor cursor(List<@Nullable Integer> values, int rowsPerChunk, boolean texts) {
    return new ChunkCursor(index -> {
      int start = index * rowsPerChunk;
      int rows = Math.min(rowsPerChunk, values.size() - start);
      long[] packed = new long[rows];
      long[] missing = Bits.of(rows);
      long[] invalid = Bits.of(rows);
      List<String> own = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        Integer value = values.get(start + i);
        if (value == null || value < 0) {
          Bits.set(missing, i);
        }
        if (value != null && value < 0) {
          Bits.set(invalid, i);
        }
        if (value != null) {
          packed[i] = texts ? own.size() : value;
          own.add("text " + value);
        }
      }
      return Chunk.pack(packed, rows, missing, invalid, texts ? TextDictionary.of(own) : null);
    });
  }

  private static String said(Row row) {
    return row.value() == null ? "missing" : row.value() < 0 ? "invalid" : row.value().toString();
  }

  private static String said(Chunk chunk, int row) {
    Dictionary texts = chunk.dictionary();
    return chunk.isInvalid(row)
        ? "invalid"
        : chunk.isMissing(row)
            ? "missing"
            : texts == null
                ? Long.toString(chunk.at(row))
                : texts.text(chunk.at(row)).substring("text ".length());
  }
}
