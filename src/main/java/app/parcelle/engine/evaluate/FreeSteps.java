package app.parcelle.engine.evaluate;

import java.util.List;

/**
 * Looks for steps that depend on each other by time alone. Of each step the rows are found that some choice of the steps before leads
 * to: the latest such row of the step before that is early enough decides. Each row is looked at once. Not safe between threads.
 */
final class FreeSteps implements SequenceSearch.Steps {
  private final List<StepPlan> plans;
  private final List<StepRows> rows;
  private final int positive;
  /** Times of the rows of a step that can be reached. */
  private long[] reached = new long[64];
  private int size;

  /** @param positive how many steps have to be there; one more may not follow */
  FreeSteps(List<StepPlan> plans, List<StepRows> rows, int positive) {
    this.plans = plans;
    this.rows = rows;
    this.positive = positive;
  }

  @Override
  public boolean found(int customer) {
    for (int step = 0; step < positive; step++) {
      if (!rows.get(step).any(customer)) {
        return false;
      }
    }
    start(customer);
    for (int step = 1; step < positive && size > 0; step++) {
      reach(plans.get(step), rows.get(step), customer);
    }
    return size > 0 && (positive == plans.size() || endsFree(customer));
  }

  private void start(int customer) {
    StepRows first = rows.getFirst();
    first.load(customer);
    size = first.size();
    if (reached.length < size) {
      reached = new long[2 * size];
    }
    for (int i = 0; i < size; i++) {
      reached[i] = first.next(i);
    }
  }

  private void reach(StepPlan plan, StepRows step, int customer) {
    step.load(customer);
    int before = size;
    long[] from = reached;
    long[] to = new long[step.size()];
    int found = 0;
    int early = 0;
    for (int i = 0; i < step.size(); i++) {
      long at = step.at(i);
      while (early < before && from[early] <= at - plan.atLeast()) {
        early++;
      }
      if (early > 0 && at - from[early - 1] <= plan.atMost()) {
        to[found++] = step.next(i);
      }
    }
    reached = to;
    size = found;
  }

  /** Whether some reached row is followed by none of the last step. */
  private boolean endsFree(int customer) {
    StepPlan plan = plans.getLast();
    StepRows step = rows.getLast();
    if (!step.any(customer)) {
      return true;
    }
    step.load(customer);
    int after = 0;
    for (int i = 0; i < size; i++) {
      while (after < step.size() && step.at(after) < reached[i] + plan.atLeast()) {
        after++;
      }
      if (after == step.size() || step.at(after) - reached[i] > plan.atMost()) {
        return true;
      }
    }
    return false;
  }
}
