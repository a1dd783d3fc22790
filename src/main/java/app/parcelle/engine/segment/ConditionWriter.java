package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion.After;
import app.parcelle.engine.segment.DateCriterion.Anniversary;
import app.parcelle.engine.segment.DateCriterion.AnniversaryInNext;
import app.parcelle.engine.segment.DateCriterion.Before;
import app.parcelle.engine.segment.DateCriterion.Between;
import app.parcelle.engine.segment.DateCriterion.ComparedWith;
import app.parcelle.engine.segment.DateCriterion.InLast;
import app.parcelle.engine.segment.DateCriterion.InMonth;
import app.parcelle.engine.segment.DateCriterion.InNext;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.OlderThan;
import app.parcelle.engine.segment.DateCriterion.On;
import app.parcelle.engine.segment.DateCriterion.OnWeekday;

/** Writes a condition as {@link ConditionReader} reads it. */
final class ConditionWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConditionWriter() {}

  static ObjectNode tree(Condition condition) {
    ObjectNode node = JSON.objectNode();
    switch (condition) {
      case AllOf(List<Condition> children) -> node.set("all", list(children));
      case AnyOf(List<Condition> children) -> node.set("any", list(children));
      case Not(Condition child) -> node.set("not", tree(child));
      case Everyone() -> node.put("everyone", true);
      case Known test -> field(node, test.field(), Spelling.KNOWLEDGE.of(test.knowledge()));
      case TextTest test -> text(node, test);
      case NumberTest test -> {
        field(node, test.field(), Spelling.NUMBER.of(test.operator()));
        numbers(node, test.operator(), test.value(), test.second());
        missing(node, test.includeMissing(), test.operator().negative());
      }
      case YesNoTest test -> {
        field(node, test.field(), Spelling.YES_NO.of(test.operator()));
        missing(node, test.includeMissing(), test.operator().negative());
      }
      case DateTest test -> {
        date(node, test);
        missing(node, test.includeMissing(), false);
      }
      case EventTest test -> events(node, test);
      case Never test -> {
        node.put("never", test.table());
        windowAndWhere(node, test.window(), test.where());
      }
      case InCluster test -> {
        node.put("cluster", test.clustering());
        ArrayNode in = node.putArray("in");
        test.clusters().stream().sorted().forEach(in::add);
      }
      default -> throw new UnsupportedOperationException("later");
    }
    return node;
  }

  private static ArrayNode list(List<Condition> conditions) {
    ArrayNode list = JSON.arrayNode();
    conditions.forEach(condition -> list.add(tree(condition)));
    return list;
  }

  private static void field(ObjectNode node, FieldRef field, String operator) {
    node.set("field", field(field));
    node.put("op", operator);
  }

  private static JsonNode field(FieldRef field) {
    if (field.id() == null) {
      return JSON.stringNode(field.name());
    }
    return JSON.objectNode().put("name", field.name()).put("id", field.id());
  }

  private static void text(ObjectNode node, TextTest test) {
    field(node, test.field(), Spelling.TEXT.of(test.operator()));
    if (test.operator().positive() == TextOperator.IS_ONE_OF) {
      ArrayNode values = node.putArray("values");
      test.values().forEach(values::add);
    } else if (test.values().size() > 1) {
      throw new IllegalArgumentException("one value expected for " + test.operator());
    } else {
      node.put("value", test.values().isEmpty() ? "" : test.values().getFirst());
    }
    if (test.exact()) {
      node.put("exact", true);
    }
    missing(node, test.includeMissing(), test.operator().negative());
  }

  private static void numbers(ObjectNode node, NumberOperator operator, BigDecimal value,
      @Nullable BigDecimal second) {
    if (operator.needsTwo()) {
      node.put("from", value).put("to", Objects.requireNonNull(second));
    } else {
      node.put("value", value);
    }
  }

  private static void date(ObjectNode node, DateTest test) {
    field(node, test.field(), Spelling.of(test.criterion()));
    switch (test.criterion()) {
      case On(LocalDate day) -> node.put("value", day.toString());
      case Before(LocalDate day) -> node.put("value", day.toString());
      case After(LocalDate day) -> node.put("value", day.toString());
      case Between(LocalDate first, LocalDate last) -> between(node, first, last);
      case InLast(Period period, boolean today) -> period(node, "n", period).put("includingToday", today);
      case InNext(Period period, boolean today) -> period(node, "n", period).put("includingToday", today);
      case OlderThan(Period period) -> period(node, "n", period);
      case ComparedWith(_, FieldRef other) -> node.set("other", field(other));
      case Anniversary(MonthDay first, MonthDay last, LeapDay leapDay) ->
        node.put("from", monthDay(first))
            .put("to", monthDay(last))
            .put("leapDay", Spelling.LEAP_DAY.of(leapDay));
      case AnniversaryInNext(int days, LeapDay leapDay) ->
        node.put("days", days).put("leapDay", Spelling.LEAP_DAY.of(leapDay));
      case InMonth(Set<Month> months) -> {
        ArrayNode values = node.putArray("values");
        months.stream().sorted().forEach(month -> values.add(month.getValue()));
      }
      case OnWeekday(Set<DayOfWeek> days) -> {
        ArrayNode values = node.putArray("values");
        days.stream().sorted().forEach(day -> values.add(Spelling.WEEKDAY.of(day)));
      }
      default -> throw new UnsupportedOperationException("later");
    }
  }

  private static void events(ObjectNode node, EventTest test) {
    node.put("events", test.table());
    node.put("measure", Spelling.MEASURE.of(test.measure()));
    if (test.property() != null) {
      node.set("of", field(test.property()));
    }
    node.put("op", Spelling.NUMBER.of(test.operator()));
    numbers(node, test.operator(), test.value(), test.second());
    windowAndWhere(node, test.window(), test.where());
  }

  private static void windowAndWhere(ObjectNode node, Window window, @Nullable Condition where) {
    switch (window) {
      case Window.Ever() -> {
        // no window
      }
      case Window.Last(Period period, boolean today) ->
        period(node.putObject("window"), "last", period).put("includingToday", today);
      case Window.Between(LocalDate first, LocalDate last) -> between(node.putObject("window"), first, last);
      case Window.Since(LocalDate first) -> node.putObject("window").put("since", first.toString());
      default -> throw new UnsupportedOperationException("later");
    }
    if (where != null) {
      node.set("where", tree(where));
    }
  }

  private static ObjectNode period(ObjectNode node, String length, Period period) {
    return node.put(length, period.n()).put("unit", Spelling.UNIT.of(period.unit()));
  }

  private static void between(ObjectNode node, LocalDate first, LocalDate last) {
    node.put("from", first.toString()).put("to", last.toString());
  }

  /** Month and day as {@code MM-dd}: the ISO form without its dashes in front. */
  private static String monthDay(MonthDay day) {
    return day.toString().substring(2);
  }

  /** Always written for a negative operator, where a reader could not know the choice; else when it is not the default. */
  private static void missing(ObjectNode node, boolean include, boolean negative) {
    if (negative || include) {
      node.put("missing", include ? "include" : "exclude");
    }
  }
}
