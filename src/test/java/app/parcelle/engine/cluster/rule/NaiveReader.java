package app.parcelle.engine.cluster.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Folding;

/** Reads a rule over a sheet, one customer after the other, as the format of segments says and no cleverer. */
record NaiveReader(Sheet sheet, List<Field> fields) {
  boolean isIn(Condition rule, int row) {
    return switch (rule) {
      case Condition.AllOf(var children) -> children.stream().allMatch(child -> isIn(child, row));
      case Condition.AnyOf(var children) -> children.stream().anyMatch(child -> isIn(child, row));
      case Condition.Known known ->
        (known.knowledge() == Condition.Knowledge.KNOWN) != isMissing(known.field(),
            row);
      case Condition.NumberTest test -> !isMissing(test.field(), row) && test(test, row);
      case Condition.DateTest test -> !isMissing(test.field(), row) && test(test.criterion(), LocalDate
          .ofEpochDay((long) number(test.field(), row)));
      case Condition.YesNoTest test -> !isMissing(test.field(), row) && switch (test.operator()) {
        case IS_YES -> number(test.field(), row) == 1;
        case IS_NO -> number(test.field(), row) == 0;
        default -> throw new AssertionError(test);
      };
      case Condition.TextTest test -> {
        String text = text(test.field(), row);
        yield text != null && test.operator().negative() != isOneOf(Folding.fold(text), test.values());
      }
      default -> throw new AssertionError(rule);
    };
  }

  private static boolean isOneOf(String folded, List<String> values) {
    return values.stream().anyMatch(value -> Folding.fold(value).equals(folded));
  }

  private boolean test(Condition.NumberTest test, int row) {
    BigDecimal value = BigDecimal.valueOf(number(test.field(), row));
    int first = value.compareTo(test.value());
    return switch (test.operator()) {
      case AT_LEAST -> first >= 0;
      case AT_MOST -> first <= 0;
      case EQUAL -> first == 0;
      case BETWEEN -> first >= 0 && value.compareTo(Objects.requireNonNull(test.second())) <= 0;
      default -> throw new AssertionError(test);
    };
  }

  private static boolean test(DateCriterion criterion, LocalDate day) {
    return switch (criterion) {
      case DateCriterion.On(var on) -> day.equals(on);
      case DateCriterion.Before(var end) -> day.isBefore(end);
      case DateCriterion.After(var start) -> day.isAfter(start);
      case DateCriterion.Between(var first, var last) -> !day.isBefore(first) && !day.isAfter(last);
      default -> throw new AssertionError(criterion);
    };
  }

  private boolean isMissing(FieldRef field, int row) {
    return switch (source(field)) {
      case Sheet.Numbers numbers -> Double.isNaN(numbers.values()[row]);
      case Sheet.Categories categories -> categories.codes()[row] < 0;
    };
  }

  private double number(FieldRef field, int row) {
    return ((Sheet.Numbers) source(field)).values()[row];
  }

  private @Nullable String text(FieldRef field, int row) {
    Sheet.Categories categories = (Sheet.Categories) source(field);
    int code = categories.codes()[row];
    return code < 0 ? null : categories.levels().get(code);
  }

  private Sheet.Source source(FieldRef field) {
    return IntStream.range(0, fields.size())
        .filter(i -> fields.get(i).id().equals(field.id()))
        .mapToObj(sheet.columns()::get)
        .findFirst()
        .orElseThrow();
  }
}
