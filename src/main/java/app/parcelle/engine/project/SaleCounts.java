package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.evaluate.Evaluator;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.RowRule;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** Counts what a definition of a sale does to the rows of its table. */
final class SaleCounts {
  private final Dataset data;
  private final TableVersion table;
  private final Evaluator evaluator;
  private final JobContext job;

  SaleCounts(Dataset data, TableVersion table, Evaluator evaluator, JobContext job) {
    this.data = data;
    this.table = table;
    this.evaluator = evaluator;
    this.job = job;
  }

  SaleReport report() {
    Sale sale = table.sale();
    List<Sale.Rows> cancelled = sale == null ? List.of() : sale.cancelled();
    List<Sale.Rows> tests = sale == null ? List.of() : sale.tests();
    String rule = table.countsWhen();
    List<long[]> counted = evaluator.counting(table, job);
    return new SaleReport(table, sale, SaleRule.text(table), part(new Condition.Everyone()),
        rule == null ? part(List.of()) : part(new Condition.Not(RowRule.parse(rule, table))), any(cancelled),
        any(tests), part(without(counted, evaluator.purchases(table, job))), part(guests(counted)),
        part(counted));
  }

  private SaleReport.Part any(List<Sale.Rows> rows) {
    return rows.isEmpty()
        ? part(List.of())
        : part(new Condition.AnyOf(rows.stream().map(r -> SaleRule.rows(r, table)).toList()));
  }

  private SaleReport.Part part(Condition condition) {
    return part(evaluator.rows(table, condition, job));
  }

  private static List<long[]> without(List<long[]> all, List<long[]> some) {
    List<long[]> rest = new ArrayList<>();
    for (int run = 0; run < all.size(); run++) {
      rest.add(Bits.without(all.get(run), some.get(run)));
    }
    return rest;
  }

  /** The rows of a run that have no customer stand at its end. */
  private List<long[]> guests(List<long[]> counted) {
    List<long[]> guests = new ArrayList<>();
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = counted.get(run.index()).clone();
      long[] keyed = Bits.full(offsets[offsets.length - 1]);
      for (int w = 0; w < keyed.length; w++) {
        bits[w] &= ~keyed[w];
      }
      guests.add(bits);
    }
    return guests;
  }

  /** @param rows one bit set a run; none for no rows */
  private SaleReport.Part part(List<long[]> rows) {
    Column amount = table.withRole(Role.AMOUNT).orElse(null);
    long count = rows.stream().mapToLong(Bits::count).sum();
    if (amount == null) {
      return new SaleReport.Part(count, null);
    }
    ExactSum sum = new ExactSum();
    for (int r = 0; r < rows.size(); r++) {
      TableVersion.Run run = table.runs().get(r);
      long[] bits = rows.get(r);
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        add(data.chunk(table, amount, run, index), bits, index * Chunk.ROWS, sum);
      }
    }
    return new SaleReport.Part(count, sum.total(amount.scale()));
  }

  private static void add(Chunk chunk, long[] bits, int first, ExactSum sum) {
    for (int row = 0; row < chunk.rows(); row++) {
      if (Bits.get(bits, first + row) && !chunk.isMissing(row)) {
        sum.add(chunk.at(row));
      }
    }
  }
}
