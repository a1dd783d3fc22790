package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.DateCriterion.Order;

/** Reads one condition of a segment's document, and those within it. */
final class ConditionReader {
  private static final List<String> KINDS = List.of("all", "any", "not", "everyone", "field", "events",
      "never",
      "cluster");

  private ConditionReader() {}

  static Condition read(JsonPart part) {
    List<String> kinds = KINDS.stream().filter(part.object()::has).toList();
    if (kinds.size() != 1) {
      throw part.expected(Message.of("segment.expected.condition", String.join(", ", KINDS)));
    }
    return switch (kinds.getFirst()) {
      case "all" -> new AllOf(conditions(part.only("all").part("all")));
      case "any" -> new AnyOf(conditions(part.only("any").part("any")));
      case "not" -> new Not(read(part.only("not").part("not")));
      case "everyone" -> everyone(part.only("everyone").part("everyone"));
      case "field" -> fieldTest(part);
      case "events" -> eventTest(part);
      case "never" -> new Never(part.only("never", "window", "where").part("never").text(), window(part),
          where(part));
      default -> new InCluster(part.only("cluster", "in").part("cluster").text(),
          distinct(part.part("in"), i -> i.whole(1, Integer.MAX_VALUE)));
    };
  }

  private static List<Condition> conditions(JsonPart list) {
    return list.items().stream().map(ConditionReader::read).toList();
  }

  private static Condition everyone(JsonPart part) {
    if (!part.flag()) {
      throw part.expected(Message.of("segment.expected.oneOf", "true"));
    }
    return new Everyone();
  }

  private static Condition fieldTest(JsonPart part) {
    FieldRef field = field(part.part("field"));
    String word = part.part("op").text();
    Optional<Knowledge> knowledge = Spelling.KNOWLEDGE.read(word);
    if (knowledge.isPresent()) {
      part.only("field", "op");
      return new Known(field, knowledge.get());
    }
    Optional<TextOperator> text = Spelling.TEXT.read(word);
    if (text.isPresent()) {
      return textTest(part, field, text.get());
    }
    Optional<YesNoOperator> yesNo = Spelling.YES_NO.read(word);
    if (yesNo.isPresent()) {
      part.only("field", "op", "missing");
      return new YesNoTest(field, yesNo.get(), missing(part, yesNo.get().negative()));
    }
    Optional<NumberOperator> number = Spelling.NUMBER.read(word);
    if (number.isPresent() && !(word.equals(Spelling.BETWEEN) && part.part("from").node().isString())) {
      part.only("field", "op", number.get().needsTwo() ? "from" : "value",
          number.get().needsTwo() ? "to" : "value",
          "missing");
      return new NumberTest(field, number.get(), first(part, number.get()), second(part, number.get()),
          missing(part, number.get().negative()));
    }
    return new DateTest(field, criterion(part, word), missing(part, false));
  }

  private static TextTest textTest(JsonPart part, FieldRef field, TextOperator operator) {
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    part.only("field", "op", many ? "values" : "value", "exact", "missing");
    List<String> values = many
        ? part.part("values").items().stream().map(JsonPart::text).toList()
        : List.of(part.part("value").text());
    JsonPart exact = part.optional("exact");
    return new TextTest(field, operator, values, exact != null && exact.flag(),
        missing(part, operator.negative()));
  }

  private static DateCriterion criterion(JsonPart part, String word) {
    return switch (word) {
      case "before", "on", "after" -> comparison(part, Spelling.ORDER.read(word).orElseThrow());
      case Spelling.BETWEEN -> {
        only(part, "from", "to");
        yield new DateCriterion.Between(part.part("from").day(), part.part("to").day());
      }
      case Spelling.IN_THE_LAST -> {
        only(part, "n", "unit", "includingToday");
        yield new DateCriterion.InLast(period(part, "n"), includingToday(part));
      }
      case Spelling.IN_THE_NEXT -> {
        only(part, "n", "unit", "includingToday");
        yield new DateCriterion.InNext(period(part, "n"), includingToday(part));
      }
      case Spelling.OLDER_THAN -> {
        only(part, "n", "unit");
        yield new DateCriterion.OlderThan(period(part, "n"));
      }
      case Spelling.ANNIVERSARY_BETWEEN -> {
        only(part, "from", "to", "leapDay");
        yield new DateCriterion.Anniversary(monthDay(part.part("from")), monthDay(part.part("to")),
            leapDay(part));
      }
      case Spelling.ANNIVERSARY_IN_THE_NEXT -> {
        only(part, "days", "leapDay");
        yield new DateCriterion.AnniversaryInNext(part.part("days").whole(1, 365), leapDay(part));
      }
      case Spelling.MONTH_IS -> {
        only(part, "values");
        yield new DateCriterion.InMonth(distinct(part.part("values"), m -> Month.of(m.whole(1, 12))));
      }
      case Spelling.WEEKDAY_IS -> {
        only(part, "values");
        yield new DateCriterion.OnWeekday(distinct(part.part("values"), d -> d.oneOf(Spelling.WEEKDAY)));
      }
      default -> throw part.part("op").expectedOneOf(operators());
    };
  }

  private static DateCriterion comparison(JsonPart part, Order order) {
    if (part.has("other")) {
      only(part, "other");
      return new DateCriterion.ComparedWith(order, field(part.part("other")));
    }
    only(part, "value");
    var day = part.part("value").day();
    return switch (order) {
      case BEFORE -> new DateCriterion.Before(day);
      case ON -> new DateCriterion.On(day);
      case AFTER -> new DateCriterion.After(day);
    };
  }

  private static void only(JsonPart part, String... names) {
    List<String> all = new ArrayList<>(List.of("field", "op", "missing"));
    all.addAll(List.of(names));
    part.only(all.toArray(String[]::new));
  }

  private static List<String> operators() {
    List<String> all = new ArrayList<>(new LinkedHashSet<>(List.of(Spelling.KNOWLEDGE.all(),
        Spelling.TEXT.all(), Spelling.NUMBER.all(), Spelling.YES_NO.all(), Spelling.ORDER.all())
        .stream()
        .flatMap(Collection::stream)
        .toList()));
    all.addAll(List.of(Spelling.IN_THE_LAST, Spelling.IN_THE_NEXT, Spelling.OLDER_THAN,
        Spelling.ANNIVERSARY_BETWEEN, Spelling.ANNIVERSARY_IN_THE_NEXT, Spelling.MONTH_IS,
        Spelling.WEEKDAY_IS));
    return all;
  }

  private static EventTest eventTest(JsonPart part) {
    Measure measure = part.part("measure").oneOf(Spelling.MEASURE);
    NumberOperator operator = part.part("op").oneOf(Spelling.NUMBER);
    String from = operator.needsTwo() ? "from" : "value";
    String to = operator.needsTwo() ? "to" : "value";
    part.only("events", "measure", measure == Measure.SUM ? "of" : "measure", "op", from, to, "window",
        "where");
    JsonPart of = part.optional("of");
    return new EventTest(part.part("events").text(), measure, of == null ? null : field(of), operator,
        first(part, operator), second(part, operator), window(part), where(part));
  }

  private static BigDecimal first(JsonPart part, NumberOperator operator) {
    return part.part(operator.needsTwo() ? "from" : "value").number();
  }

  private static @Nullable BigDecimal second(JsonPart part, NumberOperator operator) {
    return operator.needsTwo() ? part.part("to").number() : null;
  }

  private static Window window(JsonPart part) {
    JsonPart window = part.optional("window");
    if (window == null) {
      return new Window.Ever();
    }
    if (window.object().has("last")) {
      window.only("last", "unit", "includingToday");
      return new Window.Last(period(window, "last"), includingToday(window));
    }
    if (window.has("since")) {
      return new Window.Since(window.only("since").part("since").day());
    }
    if (window.has("from") || window.has("to")) {
      window.only("from", "to");
      return new Window.Between(window.part("from").day(), window.part("to").day());
    }
    throw window.expected(Message.of("segment.expected.window"));
  }

  private static @Nullable Condition where(JsonPart part) {
    JsonPart where = part.optional("where");
    return where == null ? null : read(where);
  }

  private static FieldRef field(JsonPart part) {
    if (part.node().isString()) {
      return FieldRef.named(part.text());
    }
    if (!part.node().isObject()) {
      throw part.expected(Message.of("segment.expected.field"));
    }
    part.only("name", "id");
    return new FieldRef(part.part("name").text(), part.part("id").text());
  }

  private static Period period(JsonPart part, String length) {
    return new Period(part.part(length).whole(1, 100_000), part.part("unit").oneOf(Spelling.UNIT));
  }

  private static boolean includingToday(JsonPart part) {
    JsonPart flag = part.optional("includingToday");
    return flag != null && flag.flag();
  }

  private static boolean missing(JsonPart part, boolean otherwise) {
    JsonPart missing = part.optional("missing");
    if (missing == null) {
      return otherwise;
    }
    return switch (missing.node().isString() ? missing.text() : "") {
      case "include" -> true;
      case "exclude" -> false;
      default -> throw missing.expectedOneOf(List.of("include", "exclude"));
    };
  }

  private static LeapDay leapDay(JsonPart part) {
    JsonPart leapDay = part.optional("leapDay");
    return leapDay == null ? LeapDay.FEBRUARY_28 : leapDay.oneOf(Spelling.LEAP_DAY);
  }

  private static MonthDay monthDay(JsonPart part) {
    try {
      return MonthDay.parse("--" + part.text());
    } catch (DateTimeException e) {
      throw part.expected(Message.of("segment.expected.monthDay"), e);
    }
  }

  private static <T> Set<T> distinct(JsonPart list, Function<JsonPart, T> read) {
    Set<T> values = new LinkedHashSet<>();
    for (JsonPart item : list.items()) {
      if (!values.add(read.apply(item))) {
        throw item.expected(Message.of("segment.expected.distinct"));
      }
    }
    return values.stream().collect(Collectors.toUnmodifiableSet());
  }
}
