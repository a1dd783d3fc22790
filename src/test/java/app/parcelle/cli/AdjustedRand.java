package app.parcelle.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far two groupings of the same things agree: 1 when they are the same, about 0 by chance (Hubert and Arabie, 1985). */
final class AdjustedRand {
  private AdjustedRand() {}

  static double of(List<?> one, List<?> other) {
    Map<Object, Integer> ones = new HashMap<>();
    Map<Object, Integer> others = new HashMap<>();
    Map<Object, Integer> both = new HashMap<>();
    for (int i = 0; i < one.size(); i++) {
      ones.merge(one.get(i), 1, Integer::sum);
      others.merge(other.get(i), 1, Integer::sum);
      both.merge(List.of(one.get(i), other.get(i)), 1, Integer::sum);
    }
    double chance = pairs(ones) * pairs(others) / (one.size() * (one.size() - 1.0) / 2);
    return (pairs(both) - chance) / ((pairs(ones) + pairs(others)) / 2 - chance);
  }

  private static double pairs(Map<Object, Integer> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
