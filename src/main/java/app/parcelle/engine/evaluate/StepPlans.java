package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/** Makes the steps of a sequence ready: parts what they say of their own rows from what they say of those of earlier steps. */
final class StepPlans {
  private final AsOf asOf;
  private final EventRows rows;
  private final List<Condition.Step> steps;
  private final Window window;
  private final List<TableVersion> tables;
  private final StepLinks links;

  StepPlans(Dataset data, AsOf asOf, EventRows rows, FieldCatalog fields, Condition.Sequence sequence,
      JobContext job) {
    this.asOf = asOf;
    this.rows = rows;
    this.steps = sequence.steps();
    this.window = sequence.window();
    this.tables = steps.stream().map(step -> table(fields, step.table())).toList();
    this.links = new StepLinks(data, tables, asOf, job);
    if (steps.size() < 2 || steps.subList(0, steps.size() - 1).stream().anyMatch(Condition.Step::not)) {
      throw new Problem(Message.of("evaluate.bad-sequence"));
    }
  }

  private static TableVersion table(FieldCatalog fields, String nameOrId) {
    return fields.events(nameOrId).orElseThrow(() -> new Problem(Message.of("evaluate.no-table", nameOrId)));
  }

  List<StepPlan> plans() {
    List<StepPlan> plans = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      plans.add(plan(i));
    }
    List<StepPlan> nearer = new ArrayList<>(plans);
    for (int i = 2; i < plans.size(); i++) {
      nearer.set(i, nearer(plans, i));
    }
    return nearer;
  }

  private StepPlan plan(int step) {
    Parts parts = new Parts(step);
    Condition where = steps.get(step).where();
    if (where != null) {
      parts.split(where);
    }
    ChosenRows chosen = rows.chosen(tables.get(step), step == 0 ? window : new Window.Ever(),
        parts.own.isEmpty() ? null : new Condition.AllOf(parts.own));
    StepPlan.Match other = parts.other();
    return new StepPlan(chosen.timed(), StepPlan.millis(type(step), type(step - 1), asOf),
        StepPlan.millis(type(step), type(step + 1), asOf), StepPlan.atLeast(steps.get(step).gap()),
        StepPlan.atMost(steps.get(step).gap()), parts.links, parts.needed, other);
  }

  /** The type of a step's times; that before the first and that behind the last do not matter. */
  private ColumnType type(int step) {
    return step < 0 || step == tables.size() ? ColumnType.DATE : EventRows.timeType(tables.get(step));
  }

  /**
   * The same step, where what equals the value of a much earlier row equals that of the row right before as well: then rows have to be
   * tried again less often.
   */
  private StepPlan nearer(List<StepPlan> plans, int step) {
    StepPlan plan = plans.get(step);
    List<StepPlan.Link> near = new ArrayList<>(plan.links());
    for (int i = 0; i < plan.needed(); i++) {
      StepPlan.Link link = near.get(i);
      for (StepPlan.Link before : plans.get(step - 1).links().subList(0, plans.get(step - 1).needed())) {
        if (link.operator() == NumberOperator.EQUAL && before.operator() == NumberOperator.EQUAL
            && link.step() == before.step()
            && link.earlier().column().id().equals(before.earlier().column().id())) {
          near.set(i, links.of(step, link.own().column(), NumberOperator.EQUAL, step - 1,
              before.own().column()));
        }
      }
    }
    return new StepPlan(plan.chosen(), plan.at(), plan.next(), plan.atLeast(), plan.atMost(), near,
        plan.needed(), plan.other());
  }

  /** What a step says, taken apart. */
  private final class Parts {
    private final int step;
    private final List<Condition> own = new ArrayList<>();
    private final List<Condition> mixed = new ArrayList<>();
    private final List<StepPlan.Link> links = new ArrayList<>();
    private int needed;

    Parts(int step) {
      this.step = step;
    }

    void split(Condition where) {
      if (where instanceof Condition.AllOf(List<Condition> children)) {
        children.forEach(this::split);
      } else if (where instanceof Condition.StepTest test) {
        links.add(StepPlans.this.links.of(step, test));
        needed++;
      } else if (asksEarlier(where)) {
        mixed.add(where);
      } else {
        own.add(where);
      }
    }

    StepPlan.@Nullable Match other() {
      return mixed.isEmpty() ? null : match(new Condition.AllOf(mixed));
    }

    private StepPlan.Match match(Condition condition) {
      if (!asksEarlier(condition)) {
        List<long[]> met = rows.bits(tables.get(step), condition);
        return (found, row) -> {
          long position = found.position(step, row);
          return Bits.get(met.get((int) (position >> 32)), (int) position);
        };
      }
      return switch (condition) {
        case Condition.AllOf(List<Condition> children) -> {
          List<StepPlan.Match> all = children.stream().map(this::match).toList();
          yield (found, row) -> all.stream().allMatch(match -> match.test(found, row));
        }
        case Condition.AnyOf(List<Condition> children) -> {
          List<StepPlan.Match> any = children.stream().map(this::match).toList();
          yield (found, row) -> any.stream().anyMatch(match -> match.test(found, row));
        }
        case Condition.Not(Condition child) -> {
          StepPlan.Match match = match(child);
          yield (found, row) -> !match.test(found, row);
        }
        case Condition.StepTest test -> {
          int link = links.size();
          links.add(StepPlans.this.links.of(step, test));
          yield (found, row) -> found.linked(step, link, row);
        }
        default -> throw new IllegalArgumentException(condition.toString());
      };
    }

    private static boolean asksEarlier(Condition condition) {
      return switch (condition) {
        case Condition.AllOf(List<Condition> children) -> children.stream().anyMatch(Parts::asksEarlier);
        case Condition.AnyOf(List<Condition> children) -> children.stream().anyMatch(Parts::asksEarlier);
        case Condition.Not(Condition child) -> asksEarlier(child);
        case Condition.StepTest _ -> true;
        default -> false;
      };
    }
  }

}
