package app.parcelle.engine.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/**
 * Counts distinct orders where a table has several runs: an order may have lines in two of them, under different codes, so that their
 * texts decide.
 */
final class OrdersAcrossRuns {
  private final Dataset data;
  private final TableVersion table;
  private final Column key;
  private final JobContext job;

  OrdersAcrossRuns(Dataset data, TableVersion table, Column key, JobContext job) {
    this.data = data;
    this.table = table;
    this.key = key;
    this.job = job;
  }

  long[] count(List<long[]> chosen) {
    int customers = data.customers().size();
    long[] counts = new long[customers];
    int block = 1 << 15;
    // asked for once: where they do not all fit the cache, each asking reads them anew
    List<int[]> offsets = table.runs().stream().map(run -> data.offsets(table, run)).toList();
    Blocks.each((customers + block - 1) / block, job, b -> {
      List<CustomerEvents.RowCursor> cursors = table.runs()
          .stream()
          .map(run -> new CustomerEvents.RowCursor(data, table, key, run))
          .toList();
      Set<String> texts = new HashSet<>();
      for (int c = b * block; c < Math.min(customers, (b + 1) * block); c++) {
        texts.clear();
        counts[c] = addOrders(c, chosen, offsets, cursors, texts) + texts.size();
      }
    });
    return counts;
  }

  /** Adds the orders of one customer to {@code texts}; returns the rows that have no order key. */
  private long addOrders(int customer, List<long[]> chosen, List<int[]> starts,
      List<CustomerEvents.RowCursor> cursors, Set<String> texts) {
    long without = 0;
    for (TableVersion.Run run : table.runs()) {
      if (customer < run.customers()) {
        int[] offsets = starts.get(run.index());
        CustomerEvents.RowCursor codes = cursors.get(run.index());
        int end = offsets[customer + 1];
        long before = 0;
        boolean first = true;
        for (int row = CustomerEvents.next(chosen.get(run.index()), offsets[customer],
            end); row < end; row = CustomerEvents.next(chosen.get(run.index()), row + 1, end)) {
          if (codes.missing(row)) {
            without++;
          } else if (first || codes.at(row) != before) {
            before = codes.at(row);
            first = false;
            texts.add(text(codes.chunkOf(row), before));
          }
        }
      }
    }
    return without;
  }

  private static String text(Chunk chunk, long code) {
    return chunk.dictionary() == null ? Long.toString(code) : chunk.dictionary().text(code);
  }
}
