package app.parcelle.engine.evaluate;

import java.util.Arrays;

/** The rows of a step of one customer after the other, in the order of time. Not safe between threads. */
final class StepRows {
  private final StepPlan plan;
  private final MergedRows rows;
  private long[] at = new long[64];
  private long[] next = new long[64];

  StepRows(StepPlan plan, MergedRows rows) {
    this.plan = plan;
    this.rows = rows;
  }

  boolean any(int customer) {
    return rows.any(customer);
  }

  void load(int customer) {
    rows.load(customer);
    if (at.length < rows.size()) {
      at = Arrays.copyOf(at, 2 * rows.size());
      next = Arrays.copyOf(next, 2 * rows.size());
    }
    for (int i = 0; i < rows.size(); i++) {
      at[i] = plan.at().applyAsLong(rows.time(i));
      next[i] = plan.next().applyAsLong(rows.time(i));
    }
  }

  int size() {
    return rows.size();
  }

  MergedRows merged() {
    return rows;
  }

  /** Milliseconds, as they are compared with those of the step before. */
  long at(int i) {
    return at[i];
  }

  /** Milliseconds, as they are compared with those of the step after. */
  long next(int i) {
    return next[i];
  }
}
