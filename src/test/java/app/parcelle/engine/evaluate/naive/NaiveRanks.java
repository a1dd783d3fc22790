package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.FieldRef;

/** Where customers stand among the others of their group. */
final class NaiveRanks {
  private static final String ALL = "";

  private final Set<String> base;
  private final BiFunction<String, String, @Nullable Object> value;
  private final Map<List<Object>, Map<Object, NavigableMap<BigDecimal, Integer>>> counted = new HashMap<>();

  /** @param value of a field and a customer; null where it is missing */
  NaiveRanks(Set<String> base, BiFunction<String, String, @Nullable Object> value) {
    this.base = base;
    this.value = value;
  }

  boolean in(Ranked test, String customer) {
    BigDecimal number = number(test.field(), customer);
    Object group = group(test.within(), customer);
    if (number == null || group == null) {
      return false;
    }
    NavigableMap<BigDecimal, Integer> numbers = numbers(test.field(), test.within()).get(group);
    BigDecimal before = BigDecimal.valueOf(sum(test.end() == End.TOP
        ? numbers.tailMap(number, false)
        : numbers.headMap(number, false)));
    BigDecimal limit = test.percent()
        ? test.n().multiply(BigDecimal.valueOf(sum(numbers))).movePointLeft(2)
        : test.n();
    return before.compareTo(limit) < 0;
  }

  boolean in(InBand test, String customer) {
    BigDecimal number = number(test.field(), customer);
    Object group = group(test.within(), customer);
    if (number == null || group == null) {
      return false;
    }
    NavigableMap<BigDecimal, Integer> numbers = numbers(test.field(), test.within()).get(group);
    int less = sum(numbers.headMap(number, false));
    return test.bands().contains(1 + test.count() * less / sum(numbers));
  }

  private static int sum(Map<BigDecimal, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many customers of each group have each value. */
  private Map<Object, NavigableMap<BigDecimal, Integer>> numbers(FieldRef field, @Nullable FieldRef within) {
    return counted.computeIfAbsent(List.of(field, within == null ? ALL : within), _ -> {
      Map<Object, NavigableMap<BigDecimal, Integer>> groups = new HashMap<>();
      for (String customer : base) {
        BigDecimal number = number(field, customer);
        Object group = group(within, customer);
        if (number != null && group != null) {
          groups.computeIfAbsent(group, g -> new TreeMap<>()).merge(number, 1, Integer::sum);
        }
      }
      return groups;
    });
  }

  /** A number or a moment as a number; null where it is missing. */
  @Nullable
  BigDecimal number(FieldRef field, String customer) {
    return switch (value.apply(field.name(), customer)) {
      case BigDecimal number -> number;
      case LocalDate day -> BigDecimal.valueOf(day.toEpochDay());
      case Instant at -> BigDecimal.valueOf(at.toEpochMilli());
      case null, default -> null;
    };
  }

  /** Texts of one group are alike without case and accents. */
  @Nullable
  Object group(@Nullable FieldRef within, String customer) {
    return within == null ? ALL : switch (value.apply(within.name(), customer)) {
      case String text -> NaiveValues.folded(text);
      case BigDecimal number -> number.stripTrailingZeros();
      case null -> null;
      case Object other -> other;
    };
  }
}
