package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;

/** Seeded choices. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    // neighbouring seeds begin alike
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** From 0 to n - 1. */
  int below(int n) {
    return random.nextInt(n);
  }

  /** True once in n times. */
  boolean once(int n) {
    return random.nextInt(n) == 0;
  }

  boolean coin() {
    return random.nextBoolean();
  }

  <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** One to three. */
  <T> Set<T> set(T[] values) {
    Set<T> set = new HashSet<>();
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      set.add(one(values));
    }
    return set;
  }

  /** One to three. */
  <T> List<T> several(Supplier<T> item) {
    List<T> items = new ArrayList<>();
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      items.add(item.get());
    }
    return items;
  }

  FieldRef field(List<String> names) {
    return FieldRef.named(one(names));
  }

  BigDecimal number() {
    return switch (random.nextInt(5)) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 3);
      case 2 -> BigDecimal.valueOf(random.nextInt(400));
      default -> BigDecimal.valueOf(random.nextInt(9) - 2);
    };
  }

  /** One that takes one number. */
  NumberOperator comparison() {
    NumberOperator operator = one(NumberOperator.values());
    return operator.needsTwo() ? NumberOperator.AT_LEAST : operator;
  }

  /** One that something never below a least value can pass. */
  NumberOperator notBelow(BigDecimal least, BigDecimal value) {
    NumberOperator operator = one(NumberOperator.values());
    return operator == NumberOperator.LESS && value.compareTo(least) <= 0 ? NumberOperator.AT_MOST : operator;
  }

  Period period() {
    return random.nextInt(3) == 0
        ? new Period(one(List.of(1, 30, 31)), Period.Unit.DAYS)
        : new Period(1 + random.nextInt(6), one(Period.Unit.values()));
  }

  LocalDate day() {
    return random.nextInt(3) == 0
        ? RandomWorld.TODAY.minusDays(random.nextInt(3))
        : RandomWorld.TODAY.minusDays(random.nextInt(500));
  }

  MonthDay monthDay() {
    return random.nextInt(3) == 0
        ? one(List.of(MonthDay.of(2, 28), MonthDay.of(2, 29), MonthDay.of(3, 1)))
        : MonthDay.from(LocalDate.of(2000, 1, 1).plusDays(random.nextInt(366)));
  }
}
