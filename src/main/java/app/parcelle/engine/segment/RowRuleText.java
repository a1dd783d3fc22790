package app.parcelle.engine.segment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;

/** Writes a condition in the language of {@link RowRule}. */
final class RowRuleText {
  private RowRuleText() {}

  static String of(Condition condition) {
    return switch (condition) {
      case AllOf(List<Condition> children) when !children.isEmpty() -> join(children, " and ");
      case AnyOf(List<Condition> children) when !children.isEmpty() -> join(children, " or ");
      case Not(Condition child) -> "not (" + of(child) + ")";
      case Known test -> switch (test.knowledge()) {
        case KNOWN -> name(test.field()) + " is not missing";
        case UNKNOWN -> name(test.field()) + " is missing";
        case INVALID -> name(test.field()) + " is invalid";
      };
      case TextTest test when !test.exact() -> withMissing(text(test), test.field(), test.includeMissing(),
          test.operator().negative());
      case NumberTest test -> withMissing(number(test), test.field(), test.includeMissing(),
          test.operator().negative());
      case YesNoTest test -> withMissing(yesNo(test), test.field(), test.includeMissing(),
          test.operator().negative());
      case DateTest test -> withMissing(date(test), test.field(), test.includeMissing(), false);
      default -> throw new IllegalArgumentException(condition.getClass().getSimpleName());
    };
  }

  private static String join(List<Condition> children, String word) {
    return children.stream()
        .map(c -> c instanceof AllOf || c instanceof AnyOf ? "(" + of(c) + ")" : of(c))
        .collect(Collectors.joining(word));
  }

  private static String text(TextTest test) {
    String field = name(test.field());
    String values = test.values().stream().map(RowRuleText::quoted).collect(Collectors.joining(", "));
    return switch (test.operator()) {
      case EQUALS -> field + " = " + values;
      case NOT_EQUALS -> field + " <> " + values;
      case IS_ONE_OF -> field + " in (" + values + ")";
      case STARTS_WITH -> field + " starts with " + values;
      case IS_NONE_OF -> field + " not in (" + values + ")";
      default -> throw new IllegalArgumentException(test.operator().name());
    };
  }

  private static String number(NumberTest test) {
    String field = name(test.field());
    String value = test.value().toPlainString();
    if (test.second() != null) {
      String inside = field + " >= " + value + " and " + field + " <= " + test.second().toPlainString();
      return (test.operator() == NumberOperator.BETWEEN ? "(" : "not (") + inside + ")";
    }
    return field + " "
        + (test.operator() == NumberOperator.NOT_EQUAL ? "<>" : Spelling.NUMBER.of(test.operator())) + " "
        + value;
  }

  private static String yesNo(YesNoTest test) {
    return name(test.field()) + switch (test.operator()) {
      case IS_YES -> " = yes";
      case IS_NO -> " = no";
      case IS_NOT_YES -> " <> yes";
      case IS_NOT_NO -> " <> no";
    };
  }

  private static String date(DateTest test) {
    return name(test.field()) + switch (test.criterion()) {
      case DateCriterion.On(var day) -> " = " + quoted(day.toString());
      case DateCriterion.Before(var day) -> " < " + quoted(day.toString());
      case DateCriterion.After(var day) -> " > " + quoted(day.toString());
      default -> throw new IllegalArgumentException(test.criterion().getClass().getSimpleName());
    };
  }

  private static String withMissing(String test, FieldRef field, boolean include, boolean negative) {
    if (include == negative) {
      return test;
    }
    return include
        ? "(" + test + " or " + name(field) + " is missing)"
        : "(" + test + " and " + name(field) + " is not missing)";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String name(FieldRef field) {
    String name = field.name();
    boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")
        && !RowToken.WORDS.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
