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
  private final Column key;
  private final JobContext job;

  OrdersAcrossRuns(Dataset data, Column key, JobContext job) {
    this.data = data;
    this.key = key;
    this.job = job;
  }

  long[] count(ChosenRows chosen) {
    TableVersion table = chosen.table();
    int customers = data.customers().size();
    long[] counts = new long[customers];
    int block = CustomerEvents.BLOCK;
    // asked for once: where they do not all fit the cache, each asking reads them anew
    List<int[]> offsets = table.runs().stream().map(run -> data.offsets(table, run)).toList();
    Blocks.each((customers + block - 1) / block, job, b -> {
      int to = Math.min(customers, (b + 1) * block);
      List<RowSpans> spans = table.runs()
          .stream()
          .map(run -> chosen.spans(data, run, offsets.get(run.index()), b * block, to))
          .toList();
      List<RowCursor> cursors = table.runs()
          .stream()
          .map(run -> new RowCursor(data, table, key, run))
          .toList();
      Set<String> texts = new HashSet<>();
      for (int c = b * block; c < to; c++) {
        texts.clear();
        counts[c] = addOrders(c, spans, cursors, texts) + texts.size();
      }
    });
    return counts;
  }

  /** Adds the orders of one customer to {@code texts}; returns the rows that have no order key. */
  private static long addOrders(int customer, List<RowSpans> spans, List<RowCursor> cursors,
      Set<String> texts) {
    long without = 0;
    for (int run = 0; run < spans.size(); run++) {
      RowSpans rows = spans.get(run);
      if (customer < rows.to()) {
        RowCursor codes = cursors.get(run);
        int end = rows.end(customer);
        long before = 0;
        boolean first = true;
        for (int row = rows.first(customer); row < end; row = rows.after(row, end)) {
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
