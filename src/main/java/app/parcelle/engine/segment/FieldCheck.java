package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;

/** That each test of a field finds it, fits its type and can be met. */
record FieldCheck(Faults faults) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  void text(String path, TextTest test, Scope scope) {
    fits(path, test.field(), scope, Spelling.TEXT.of(test.operator()), ColumnType::isText);
    boolean many = test.operator().positive() == TextOperator.IS_ONE_OF;
    if (test.values().isEmpty() || test.values().stream().anyMatch(String::isBlank)) {
      faults.noValue(path);
    } else if (!many && test.values().size() > 1) {
      faults.add(path, Message.of("segment.fault.oneValue"));
    } else if (test.operator().positive() == TextOperator.MATCHES) {
      Expression.fault(test.values().getFirst()).ifPresent(message -> faults.add(path, message));
    }
  }

  void number(String path, NumberTest test, Scope scope) {
    fits(path, test.field(), scope, Spelling.NUMBER.of(test.operator()), ColumnType::isNumber);
    faults.range(path, test.operator(), test.value(), test.second(), Possible.ANY);
  }

  void yesNo(String path, YesNoTest test, Scope scope) {
    fits(path, test.field(), scope, Spelling.YES_NO.of(test.operator()), type -> type == ColumnType.YES_NO);
  }

  void date(String path, DateTest test, Scope scope) {
    fits(path, test.field(), scope, Spelling.of(test.criterion()), ColumnType::isDate);
    criterion(path, test.criterion(), scope);
  }

  /** @param scope of the fields that the date is compared with */
  void criterion(String path, DateCriterion criterion, Scope scope) {
    switch (criterion) {
      case DateCriterion.Between(var first, var last) -> faults.ordered(path, first, last);
      case DateCriterion.ComparedWith(var order, var other) ->
        fits(path, other, scope, Spelling.ORDER.of(order), ColumnType::isDate);
      case DateCriterion.InMonth(var months) when months.isEmpty() -> faults.noValue(path);
      case DateCriterion.OnWeekday(var days) when days.isEmpty() -> faults.noValue(path);
      case DateCriterion.DaysFrom(var other, var operator, var days, var second) -> {
        fits(path, other, scope, Spelling.DAYS_FROM, ColumnType::isDate);
        faults.range(path, operator, BigDecimal.valueOf(days),
            second == null ? null : BigDecimal.valueOf(second), Possible.ANY);
      }
      case DateCriterion.AtHour(var from, var to) when from < 0 || from > 23 || to < 0 || to > 24 ->
        faults.add(path, Message.of("segment.fault.hour"));
      case DateCriterion.OnKindOfDay(_, var country) when !COUNTRIES.contains(country) ->
        faults.add(path, Message.of("segment.fault.country", country));
      default -> {
        // any value will do
      }
    }
  }

  void list(String path, ListTest test, Scope scope) {
    list(path, test.field(), scope);
    if (test.values().isEmpty() || test.values().stream().anyMatch(String::isBlank)) {
      faults.noValue(path);
    }
  }

  void size(String path, ListSize test, Scope scope) {
    list(path, test.field(), scope);
    faults.range(path, test.operator(), test.value(), test.second(), Possible.COUNT);
  }

  private void list(String path, FieldRef field, Scope scope) {
    if (found(path, field, scope).isPresent() && !means(field, scope, List.of(Meaning.Kind.LIST))) {
      faults.add(path, Message.of("segment.fault.notList", field.name()));
    }
  }

  boolean means(FieldRef field, Scope scope, List<Meaning.Kind> kinds) {
    return scope.meaning(field).filter(meaning -> kinds.contains(meaning.kind())).isPresent();
  }

  Optional<Scope.Found> found(String path, FieldRef ref, Scope scope) {
    Optional<Scope.Found> found = scope.find(ref);
    if (found.isEmpty()) {
      faults.add(path, scope.unknown(ref));
    }
    return found;
  }

  void fits(String path, FieldRef ref, Scope scope, String operator, Predicate<ColumnType> type) {
    Optional<Scope.Found> found = found(path, ref, scope);
    if (found.isPresent() && !type.test(found.get().type())) {
      faults.add(path,
          Message.of("segment.fault.operator", ref.name(), type(found.get().type()), operator));
    }
  }

  private static Message type(ColumnType type) {
    return switch (type) {
      case TEXT -> Message.of("segment.type.text");
      case IDENTIFIER -> Message.of("segment.type.identifier");
      case WHOLE, DECIMAL -> Message.of("segment.type.number");
      case YES_NO -> Message.of("segment.type.yesNo");
      case DATE, DATE_TIME -> Message.of("segment.type.date");
    };
  }
}
