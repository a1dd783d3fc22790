package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Gap.Elapsed;

/**
 * Reads conditions on events.
 *
 * @param conditions reads the conditions within them
 */
record EventReader(ConditionReader conditions) {
  private static final List<String> OCCURRENCES = List.of("first", "repeated");

  /** A condition with {@code events}: what else it has says of which kind it is. */
  Condition measured(JsonPart part) {
    if (part.has("date")) {
      return date(part);
    }
    if (part.has("than")) {
      return relation(part);
    }
    if (part.has("change")) {
      return trend(part);
    }
    return part.has("share") ? share(part) : test(part);
  }

  private EventTest test(JsonPart part) {
    Measure measure = measure(part);
    NumberOperator operator = part.part("op").oneOf(Spelling.NUMBER);
    part.only("events", "measure", of(measure), "op", PartReader.first(operator),
        PartReader.second(operator), "window", "where");
    return new EventTest(part.part("events").text(), measure, PartReader.optionalField(part, "of"), operator,
        PartReader.value(part, operator), PartReader.secondValue(part, operator), window(part), where(part));
  }

  private EventDateTest date(JsonPart part) {
    DateCriterion criterion = new CriterionReader(part, List.of("events", "date", "op", "window", "where"))
        .read(part.part("op").text());
    return new EventDateTest(part.part("events").text(), part.part("date").oneOf(Spelling.EDGE), criterion,
        window(part), where(part));
  }

  private EventRelation relation(JsonPart part) {
    part.only("events", "measure", of(measure(part)), "window", "where", "op", "times", "than");
    JsonPart times = part.optional("times");
    JsonPart than = part.part("than").object();
    than.only("events", "measure", of(measure(than)), "window", "where");
    return new EventRelation(side(part), oneNumber(part),
        times == null ? BigDecimal.ONE : times.number(), side(than));
  }

  private Measured side(JsonPart part) {
    return new Measured(part.part("events").text(), measure(part), PartReader.optionalField(part, "of"),
        window(part), where(part));
  }

  private EventTrend trend(JsonPart part) {
    Measure measure = measure(part);
    NumberOperator operator = part.part("op").oneOf(Spelling.NUMBER);
    part.only("events", "measure", of(measure), "change", "against", "op", PartReader.first(operator),
        PartReader.second(operator), "where");
    return new EventTrend(part.part("events").text(), measure, PartReader.optionalField(part, "of"),
        PartReader.period(part.part("change")), part.part("against").oneOf(Spelling.AGAINST), operator,
        PartReader.value(part, operator), PartReader.secondValue(part, operator), where(part));
  }

  private EventShare share(JsonPart part) {
    NumberOperator operator = part.part("op").oneOf(Spelling.NUMBER);
    part.only("events", "share", "op", PartReader.first(operator), PartReader.second(operator), "window",
        "where");
    return new EventShare(part.part("events").text(), window(part), where(part),
        conditions.condition(part.part("share")), operator, PartReader.value(part, operator),
        PartReader.secondValue(part, operator));
  }

  Never never(JsonPart part) {
    return new Never(part.only("never", "window", "where").part("never").text(), window(part), where(part));
  }

  Sequence sequence(JsonPart part) {
    List<JsonPart> steps = part.only("sequence", "window").part("sequence").items();
    return new Sequence(steps.stream().map(this::step).toList(), window(part));
  }

  private Step step(JsonPart part) {
    boolean not = part.object().has("no");
    String table = not ? "no" : "events";
    part.only(table, "after", "within", "where");
    Elapsed atLeast = elapsed(part, "after");
    Elapsed atMost = elapsed(part, "within");
    return new Step(part.part(table).text(), where(part),
        atLeast == null && atMost == null ? null : new Gap(atLeast, atMost), not);
  }

  private static @Nullable Elapsed elapsed(JsonPart step, String name) {
    JsonPart part = step.optional(name);
    return part == null
        ? null
        : new Elapsed(part.only("n", "unit").part("n").whole(1, 1_000_000),
            part.part("unit").oneOf(Spelling.GAP_UNIT));
  }

  StepTest stepTest(JsonPart part) {
    part.only("column", "op", "step", "of");
    return new StepTest(PartReader.field(part.part("column")), oneNumber(part),
        part.part("step").whole(1, Integer.MAX_VALUE), PartReader.field(part.part("of")));
  }

  Occurrence occurrence(JsonPart part) {
    JsonPart word = part.only("occurrence").part("occurrence");
    int found = word.node().isString() ? OCCURRENCES.indexOf(word.text()) : -1;
    if (found < 0) {
      throw word.expectedOneOf(OCCURRENCES);
    }
    return new Occurrence(found == 0);
  }

  private static Measure measure(JsonPart part) {
    return part.part("measure").oneOf(Spelling.MEASURE);
  }

  /** The part that names the measured column, where there can be one. */
  private static String of(Measure measure) {
    return measure.ofColumn() ? "of" : "measure";
  }

  private static NumberOperator oneNumber(JsonPart part) {
    NumberOperator operator = part.part("op").oneOf(Spelling.NUMBER);
    if (operator.needsTwo()) {
      throw part.part("op")
          .expectedOneOf(Spelling.NUMBER.all()
              .stream()
              .filter(word -> !word.endsWith(Spelling.BETWEEN))
              .toList());
    }
    return operator;
  }

  private Window window(JsonPart part) {
    JsonPart window = part.optional("window");
    if (window == null) {
      return new Window.Ever();
    }
    if (window.object().has("last")) {
      window.only("last", "unit", "includingToday");
      return new Window.Last(PartReader.period(window, "last"), PartReader.includingToday(window));
    }
    if (window.has("since")) {
      return new Window.Since(window.only("since").part("since").day());
    }
    if (window.has("whole")) {
      return new Window.Whole(window.only("whole", "ago").part("whole").oneOf(Spelling.CALENDAR_UNIT),
          window.part("ago").whole(-100_000, 100_000));
    }
    if (window.has("ago")) {
      JsonPart ago = window.only("ago").part("ago").object();
      ago.only("from", "to");
      return new Window.Ago(PartReader.period(ago.part("from")), PartReader.period(ago.part("to")));
    }
    if (window.has("latest")) {
      JsonPart among = window.only("latest", "among").optional("among");
      return new Window.Latest(window.part("latest").whole(1, 1_000_000),
          among == null ? null : conditions.condition(among));
    }
    if (window.has("from") || window.has("to")) {
      window.only("from", "to");
      return new Window.Between(window.part("from").day(), window.part("to").day());
    }
    throw window.expected(Message.of("segment.expected.window"));
  }

  private @Nullable Condition where(JsonPart part) {
    JsonPart where = part.optional("where");
    return where == null ? null : conditions.condition(where);
  }
}
