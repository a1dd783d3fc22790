package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Dataset;

/**
 * Looks for steps whose rows depend on those chosen for earlier ones. Rows are tried step by step; one from which nothing was found is
 * not tried again, as long as the earlier rows that later steps ask about are the same. Not safe between threads.
 */
final class LinkedSteps implements SequenceSearch.Steps {
  private final List<StepPlan> plans;
  private final List<StepRows> rows;
  private final List<List<StepValues>> own = new ArrayList<>();
  private final List<List<StepValues>> earlier = new ArrayList<>();
  private final List<LinkedOrder> orders = new ArrayList<>();
  private final int positive;
  private final int[] picks;
  private final boolean[][] askedLater;
  private final JobContext job;
  private int looked;

  LinkedSteps(Dataset data, List<StepPlan> plans, List<StepRows> rows, int positive,
      JobContext job) {
    this.plans = plans;
    this.rows = rows;
    this.positive = positive;
    this.picks = new int[plans.size()];
    this.job = job;
    this.askedLater = askedLater(plans);
    for (StepPlan plan : plans) {
      own.add(plan.links().stream().map(link -> new StepValues(data, link.own())).toList());
      earlier.add(plan.links().stream().map(link -> new StepValues(data, link.earlier())).toList());
      orders.add(new LinkedOrder(plan.links().subList(0, plan.needed()), own.getLast(),
          rows.get(orders.size())));
    }
  }

  /** For each step, which earlier ones are asked about by steps after it. */
  private static boolean[][] askedLater(List<StepPlan> plans) {
    int steps = plans.size();
    boolean[][] later = new boolean[steps][steps];
    for (int step = 0; step < steps; step++) {
      for (int after = step + 1; after < steps; after++) {
        for (StepPlan.Link link : plans.get(after).links()) {
          later[step][link.step()] |= link.step() < step;
        }
      }
    }
    return later;
  }

  @Override
  public boolean found(int customer) {
    for (int step = 0; step < positive; step++) {
      if (!rows.get(step).any(customer)) {
        return false;
      }
    }
    rows.forEach(step -> step.load(customer));
    for (int step = 0; step < plans.size(); step++) {
      for (int i = 0; i < plans.get(step).links().size(); i++) {
        own.get(step).get(i).load(rows.get(step).merged());
        earlier.get(step).get(i).load(rows.get(plans.get(step).links().get(i).step()).merged());
      }
      orders.get(step).load();
    }
    return fromFirst();
  }

  private boolean fromFirst() {
    for (int row = 0; row < rows.getFirst().size(); row++) {
      pick(0, row);
      if (positive == 1 ? endsFree() : from(1)) {
        return true;
      }
    }
    return false;
  }

  private void pick(int step, int row) {
    picks[step] = row;
    for (int after = step + 1; after < positive; after++) {
      if (askedLater[after][step]) {
        orders.get(after).tryAllAgain();
      }
    }
  }

  /** Whether the steps from this one on are found behind the rows picked so far. */
  private boolean from(int step) {
    LinkedOrder order = orders.get(step);
    Range range = range(step);
    for (int place = order.untried(range.first); place < range.end; place = order.untried(place)) {
      int next = order.past(place, this, step);
      if (next == place) {
        if (meets(step, order.row(place))) {
          pick(step, order.row(place));
          order.tried(place);
          if (step == positive - 1 ? endsFree() : from(step + 1)) {
            return true;
          }
        }
        next = place + 1;
      }
      place = next;
    }
    return false;
  }

  /** Whether no row of the negated step follows. */
  private boolean endsFree() {
    if (positive == plans.size()) {
      return true;
    }
    LinkedOrder order = orders.getLast();
    Range range = range(positive);
    int place = range.first;
    while (place < range.end) {
      int next = order.past(place, this, positive);
      if (next == place && meets(positive, order.row(place))) {
        return false;
      }
      place = Math.max(next, place + 1);
    }
    return true;
  }

  /** Places of an order. */
  private record Range(int first, int end) {}

  /** Where the rows lie that are as much later as they have to be than the one picked, and have the value that is asked for. */
  private Range range(int step) {
    StepPlan plan = plans.get(step);
    LinkedOrder order = orders.get(step);
    int first = 0;
    int end = order.size();
    if (order.equal() >= 0) {
      int group = earlierMissing(step, order.equal()) ? -1 : order.group(earlierValue(step, order.equal()));
      if (group < 0) {
        return new Range(0, 0);
      }
      first = order.groupFrom(group);
      end = order.groupFrom(group + 1);
    }
    long before = rows.get(step - 1).next(picks[step - 1]);
    return new Range(order.timeFrom(first, end, before + plan.atLeast()),
        plan.atMost() == Long.MAX_VALUE ? end : order.timeFrom(first, end, before + plan.atMost() + 1));
  }

  /** The value of the earlier row that a comparison of a step is with. */
  long earlierValue(int step, int link) {
    return earlier.get(step).get(link).at(picks[plans.get(step).links().get(link).step()]);
  }

  private boolean earlierMissing(int step, int link) {
    return earlier.get(step).get(link).missing(picks[plans.get(step).links().get(link).step()]);
  }

  /** Whether a row of a step meets one of its comparisons. */
  boolean linked(int step, int link, int row) {
    StepPlan.Link test = plans.get(step).links().get(link);
    return test.test(own.get(step).get(link), row, earlier.get(step).get(link), picks[test.step()]);
  }

  /** Run and row, packed. */
  long position(int step, int row) {
    return rows.get(step).merged().position(row);
  }

  private boolean meets(int step, int row) {
    if ((++looked & 0xFFFF) == 0) {
      job.throwIfCancelled();
    }
    StepPlan plan = plans.get(step);
    for (int link = 0; link < plan.needed(); link++) {
      if (!linked(step, link, row)) {
        return false;
      }
    }
    StepPlan.Match other = plan.other();
    return other == null || other.test(this, row);
  }
}
