package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import app.parcelle.engine.segment.Limit;

/** Who is kept of those who meet a rule. */
final class NaiveLimits {
  private NaiveLimits() {}

  static Set<String> kept(Limit limit, Set<String> members, NaiveRanks ranks) {
    Map<Optional<Object>, List<String>> groups = members.stream()
        .collect(Collectors.groupingBy(customer -> Optional.ofNullable(ranks.group(limit.per(), customer))));
    Set<String> kept = new HashSet<>();
    for (List<String> group : groups.values()) {
      BigDecimal n = limit.percent()
          ? limit.n()
              .multiply(BigDecimal.valueOf(group.size()))
              .movePointLeft(2)
              .setScale(0, RoundingMode.CEILING)
          : limit.n();
      group.stream()
          .sorted(order(limit, group, ranks))
          .limit(n.longValueExact())
          .forEach(kept::add);
    }
    return kept;
  }

  private static Comparator<String> order(Limit limit, List<String> group, NaiveRanks ranks) {
    Comparator<String> chance = Comparator.comparing(customer -> NaiveSample.number(limit.seed(), customer));
    if (limit.by() == null) {
      return chance;
    }
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (String customer : group) {
      BigDecimal number = ranks.number(limit.by(), customer);
      if (number != null) {
        numbers.put(customer, number);
      }
    }
    Comparator<String> byNumber = Comparator.comparing(c -> Objects.requireNonNull(numbers.get(c)));
    return Comparator.comparing((String c) -> !numbers.containsKey(c))
        .thenComparing((a, b) -> numbers.containsKey(a) && numbers.containsKey(b)
            ? (limit.greatest() ? byNumber.reversed() : byNumber).compare(a, b)
            : 0)
        .thenComparing(chance);
  }
}
