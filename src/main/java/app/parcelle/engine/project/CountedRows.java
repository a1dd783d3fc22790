package app.parcelle.engine.project;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.evaluate.Evaluator;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** What the rows of a table that count, and have a customer, come to. */
final class CountedRows {
  private final Dataset data;
  private final TableVersion table;
  /** Purchases: what came back is taken off the amount, and is no order. */
  private final List<long[]> counting;
  private final List<long[]> summed;
  private final JobContext job;

  CountedRows(Dataset data, TableVersion table, Evaluator evaluator, JobContext job) {
    this.data = data;
    this.table = table;
    this.counting = evaluator.purchases(table, job);
    this.summed = evaluator.counting(table, job);
    this.job = job;
  }

  Counted count() {
    long rows = 0;
    BitSet customers = new BitSet(data.customers().size());
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = counting.get(run.index());
      rows += Bits.count(bits, 0, offsets[offsets.length - 1]);
      for (int c = 0; c < run.customers(); c++) {
        if (Bits.count(bits, offsets[c], offsets[c + 1]) > 0) {
          customers.set(c);
        }
      }
    }
    long orders = table.withRole(Role.ORDER_KEY).isPresent() ? orders() : rows;
    return new Counted(rows, orders, customers.cardinality(),
        table.withRole(Role.AMOUNT).map(this::sum).orElse(null));
  }

  private interface Row {
    void on(Chunk chunk, int row);
  }

  private void eachRow(Column column, Row body) {
    eachRow(column, counting, body);
  }

  private void eachRow(Column column, List<long[]> rows, Row body) {
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      int end = offsets[offsets.length - 1];
      long[] bits = rows.get(run.index());
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        int from = index * Chunk.ROWS;
        Chunk chunk = data.chunk(table, column, run, index);
        for (int row = 0; row < chunk.rows() && from + row < end; row++) {
          if (Bits.get(bits, from + row) && !chunk.isMissing(row)) {
            body.on(chunk, row);
          }
        }
      }
    }
  }

  /** Distinct order keys; by their codes where one dictionary serves all rows, else by their texts. */
  private long orders() {
    Column key = table.withRole(Role.ORDER_KEY).orElseThrow();
    Optional<Dictionary> dictionary = onlyDictionary(key);
    if (dictionary.isPresent() && dictionary.get().size() >= 0) {
      BitSet codes = new BitSet(dictionary.get().size());
      eachRow(key, (chunk, row) -> codes.set((int) chunk.at(row)));
      return codes.cardinality();
    }
    if (dictionary.isPresent() || key.type().isNumber()) {
      return distinctNumbers(key);
    }
    Set<String> texts = new HashSet<>();
    eachRow(key, (chunk, row) -> {
      if (chunk.dictionary() != null) {
        texts.add(chunk.dictionary().text(chunk.at(row)));
      }
    });
    return texts.size();
  }

  private long distinctNumbers(Column key) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        low = Math.min(low, data.chunk(table, key, run, index).min());
        high = Math.max(high, data.chunk(table, key, run, index).max());
      }
    }
    long first = low;
    if (high - low >= 0 && high - low < Integer.MAX_VALUE) {
      BitSet numbers = new BitSet();
      eachRow(key, (chunk, row) -> numbers.set((int) (chunk.at(row) - first)));
      return numbers.cardinality();
    }
    Set<Long> numbers = new HashSet<>();
    eachRow(key, (chunk, row) -> numbers.add(chunk.at(row)));
    return numbers.size();
  }

  private Optional<Dictionary> onlyDictionary(Column key) {
    Set<Dictionary> dictionaries = new HashSet<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        Dictionary dictionary = data.chunk(table, key, run, index).dictionary();
        if (dictionary != null) {
          dictionaries.add(dictionary);
        }
      }
    }
    return dictionaries.size() == 1 ? dictionaries.stream().findFirst() : Optional.empty();
  }

  private BigDecimal sum(Column amount) {
    ExactSum sum = new ExactSum();
    eachRow(amount, summed, (chunk, row) -> sum.add(chunk.at(row)));
    return sum.total(amount.scale());
  }
}
