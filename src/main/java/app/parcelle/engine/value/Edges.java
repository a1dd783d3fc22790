package app.parcelle.engine.value;

import java.util.List;

/** Where one score ends and the next begins, by ascending value. */
public sealed interface Edges {
  /**
   * As many customers for each score as ties allow: score 1 + floor(scores × less / all), where {@code less} have a strictly lesser
   * value, as the condition on bands has it.
   */
  record EqualGroups() implements Edges {}

  /**
   * The quantiles at 1/scores, 2/scores ... of R's type 7 (Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996), plus
   * 1; the rule of the R package {@code rfm}. A score begins at its edge.
   */
  record QuantilesPlusOne() implements Edges {}

  /**
   * Given by a person, ascending: a score begins at its edge. One less than there are scores, each.
   *
   * @param recency in the unit of the model
   */
  record Fixed(List<Double> recency, List<Double> frequency, List<Double> monetary) implements Edges {
    public Fixed {
      recency = List.copyOf(recency);
      frequency = List.copyOf(frequency);
      monetary = List.copyOf(monetary);
    }

    boolean fit(int scores) {
      return List.of(recency, frequency, monetary)
          .stream()
          .allMatch(edges -> edges.size() == scores - 1 && ascend(edges));
    }

    private static boolean ascend(List<Double> edges) {
      for (int i = 0; i < edges.size(); i++) {
        if (!Double.isFinite(edges.get(i)) || (i > 0 && edges.get(i) <= edges.get(i - 1))) {
          return false;
        }
      }
      return true;
    }
  }
}
