package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

/** Reads the parts that conditions of several kinds have. */
final class PartReader {
  static final String CUSTOMERS = "customers";
  static final String PERCENT = "percent";

  private PartReader() {}

  /** A name, or a name and an id. */
  static FieldRef field(JsonPart part) {
    if (part.node().isString()) {
      return FieldRef.named(part.text());
    }
    if (!part.node().isObject()) {
      throw part.expected(Message.of("segment.expected.field"));
    }
    part.only("name", "id");
    return new FieldRef(part.part("name").text(), part.part("id").text());
  }

  static @Nullable FieldRef optionalField(JsonPart part, String name) {
    JsonPart field = part.optional(name);
    return field == null ? null : field(field);
  }

  /** The name of the part that holds the first number of a comparison. */
  static String first(NumberOperator operator) {
    return operator.needsTwo() ? "from" : "value";
  }

  /** The name of the part that holds the second; that of the first where there is none. */
  static String second(NumberOperator operator) {
    return operator.needsTwo() ? "to" : "value";
  }

  static BigDecimal value(JsonPart part, NumberOperator operator) {
    return part.part(first(operator)).number();
  }

  static @Nullable BigDecimal secondValue(JsonPart part, NumberOperator operator) {
    return operator.needsTwo() ? part.part("to").number() : null;
  }

  /** Parts {@code n} and {@code unit}, of an object that has no others. */
  static Period period(JsonPart part) {
    return period(part.only("n", "unit"), "n");
  }

  static Period period(JsonPart part, String length) {
    return new Period(part.part(length).whole(1, 100_000), part.part("unit").oneOf(Spelling.UNIT));
  }

  static boolean includingToday(JsonPart part) {
    JsonPart flag = part.optional("includingToday");
    return flag != null && flag.flag();
  }

  static boolean exact(JsonPart part) {
    JsonPart exact = part.optional("exact");
    return exact != null && exact.flag();
  }

  static List<String> texts(JsonPart list) {
    return list.items().stream().map(JsonPart::text).toList();
  }

  static boolean missing(JsonPart part, boolean otherwise) {
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

  /** Whether the part {@code unit} says percent, and not customers. */
  static boolean percent(JsonPart part) {
    JsonPart unit = part.part("unit");
    return switch (unit.node().isString() ? unit.text() : "") {
      case PERCENT -> true;
      case CUSTOMERS -> false;
      default -> throw unit.expectedOneOf(List.of(CUSTOMERS, PERCENT));
    };
  }

  static <T> Set<T> distinct(JsonPart list, Function<JsonPart, T> read) {
    Set<T> values = new LinkedHashSet<>();
    for (JsonPart item : list.items()) {
      if (!values.add(read.apply(item))) {
        throw item.expected(Message.of("segment.expected.distinct"));
      }
    }
    return values.stream().collect(Collectors.toUnmodifiableSet());
  }
}
