package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Gap.Elapsed;

/** Writes conditions on events as {@link EventReader} reads them. */
final class EventWriter {
  private EventWriter() {}

  static void test(ObjectNode node, EventTest test) {
    measure(node, test.table(), test.measure(), test.property());
    node.put("op", Spelling.NUMBER.of(test.operator()));
    PartWriter.numbers(node, test.operator(), test.value(), test.second());
    window(node, test.window());
    where(node, test.where());
  }

  static void date(ObjectNode node, EventDateTest test) {
    node.put("events", test.table())
        .put("date", Spelling.EDGE.of(test.edge()))
        .put("op", Spelling.of(test.criterion()));
    CriterionWriter.write(node, test.criterion());
    window(node, test.window());
    where(node, test.where());
  }

  static void relation(ObjectNode node, EventRelation test) {
    measured(node, test.left());
    node.put("op", Spelling.NUMBER.of(test.operator()));
    if (test.times().compareTo(BigDecimal.ONE) != 0) {
      node.put("times", test.times());
    }
    measured(node.putObject("than"), test.right());
  }

  private static void measured(ObjectNode node, Measured side) {
    measure(node, side.table(), side.measure(), side.property());
    window(node, side.window());
    where(node, side.where());
  }

  static void trend(ObjectNode node, EventTrend test) {
    measure(node, test.table(), test.measure(), test.property());
    PartWriter.period(node.putObject("change"), "n", test.period());
    node.put("against", Spelling.AGAINST.of(test.against())).put("op", Spelling.NUMBER.of(test.operator()));
    PartWriter.numbers(node, test.operator(), test.percent(), test.second());
    where(node, test.where());
  }

  static void share(ObjectNode node, EventShare test) {
    node.put("events", test.table()).set("share", ConditionWriter.tree(test.meeting()));
    node.put("op", Spelling.NUMBER.of(test.operator()));
    PartWriter.numbers(node, test.operator(), test.percent(), test.second());
    window(node, test.window());
    where(node, test.where());
  }

  static void never(ObjectNode node, Never test) {
    node.put("never", test.table());
    window(node, test.window());
    where(node, test.where());
  }

  static void sequence(ObjectNode node, Sequence test) {
    ArrayNode steps = node.putArray("sequence");
    for (Step step : test.steps()) {
      ObjectNode part = steps.addObject().put(step.not() ? "no" : "events", step.table());
      if (step.gap() != null) {
        elapsed(part, "after", step.gap().atLeast());
        elapsed(part, "within", step.gap().atMost());
      }
      where(part, step.where());
    }
    window(node, test.window());
  }

  private static void elapsed(ObjectNode step, String name, @Nullable Elapsed elapsed) {
    if (elapsed != null) {
      step.putObject(name).put("n", elapsed.n()).put("unit", Spelling.GAP_UNIT.of(elapsed.unit()));
    }
  }

  static void stepTest(ObjectNode node, StepTest test) {
    node.set("column", PartWriter.field(test.column()));
    node.put("op", Spelling.NUMBER.of(test.operator())).put("step", test.step());
    node.set("of", PartWriter.field(test.other()));
  }

  private static void measure(ObjectNode node, String table, Measure measure, @Nullable FieldRef property) {
    node.put("events", table).put("measure", Spelling.MEASURE.of(measure));
    PartWriter.field(node, "of", property);
  }

  private static void window(ObjectNode node, Window window) {
    switch (window) {
      case Window.Ever() -> {
        // no window
      }
      case Window.Last(Period period, boolean today) ->
        PartWriter.period(node.putObject("window"), "last", period).put("includingToday", today);
      case Window.Between(LocalDate first, LocalDate last) ->
        PartWriter.between(node.putObject("window"), first, last);
      case Window.Since(LocalDate first) -> node.putObject("window").put("since", first.toString());
      case Window.Whole(CalendarUnit unit, int ago) ->
        node.putObject("window").put("whole", Spelling.CALENDAR_UNIT.of(unit)).put("ago", ago);
      case Window.Ago(Period from, Period to) -> {
        ObjectNode ago = node.putObject("window").putObject("ago");
        PartWriter.period(ago.putObject("from"), "n", from);
        PartWriter.period(ago.putObject("to"), "n", to);
      }
      case Window.Latest(int n, var among) -> {
        ObjectNode latest = node.putObject("window").put("latest", n);
        if (among != null) {
          latest.set("among", ConditionWriter.tree(among));
        }
      }
    }
  }

  private static void where(ObjectNode node, @Nullable Condition where) {
    if (where != null) {
      node.set("where", ConditionWriter.tree(where));
    }
  }
}
