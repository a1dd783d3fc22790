package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dataset;

/** Finds the customers with events one after the other: one pass over the rows of the steps, customer by customer. */
final class SequenceSearch {
  /** Customers may have many rows, and each block is asked whether to stop. */
  private static final int BLOCK = 1 << 13;

  private final Dataset data;
  private final AsOf asOf;
  private final EventRows rows;
  private final FieldCatalog fields;
  private final JobContext job;

  SequenceSearch(Dataset data, AsOf asOf, EventRows rows, FieldCatalog fields, JobContext job) {
    this.data = data;
    this.asOf = asOf;
    this.rows = rows;
    this.fields = fields;
    this.job = job;
  }

  /** Looks for the steps among the rows of one customer after the other. */
  interface Steps {
    boolean found(int customer);
  }

  Evaluator.Leaf of(Condition.Sequence sequence) {
    List<StepPlan> steps = new StepPlans(data, asOf, rows, fields, sequence, job).plans();
    int positive = steps.size() - (sequence.steps().getLast().not() ? 1 : 0);
    boolean linked = steps.stream().anyMatch(step -> !step.links().isEmpty());
    List<List<int[]>> offsets = steps.stream()
        .map(step -> new CustomerEvents(data, job).offsets(step.chosen().table()))
        .toList();
    int customers = data.customers().size();
    long[] bits = Bits.of(customers);
    Blocks.each(Math.ceilDiv(customers, BLOCK), job, b -> {
      int to = Math.min(customers, (b + 1) * BLOCK);
      List<StepRows> found = new ArrayList<>();
      for (StepPlan step : steps) {
        found.add(new StepRows(step,
            new MergedRows(data, step.chosen(), offsets.get(found.size()), b * BLOCK, to, true)));
      }
      Steps search = linked
          ? new LinkedSteps(data, steps, found, positive, job)
          : new FreeSteps(steps, found, positive);
      for (int c = b * BLOCK; c < to; c++) {
        bits[c >> 6] |= (search.found(c) ? 1L : 0) << c;
      }
    });
    return new Evaluator.Leaf(bits, null, null);
  }
}
