package app.parcelle.engine.cluster.rule;

import java.util.BitSet;
import java.util.List;

/** One condition of a rule: what it asks of one feature. All but {@link Known} are false where the value is missing. */
sealed interface Literal {
  /** Index of the feature. */
  int feature();

  boolean holds(List<Feature> features, int row);

  /** From {@code low} to {@code high}, both included; infinite where there is no bound. */
  record Range(int feature, double low, double high) implements Literal {
    @Override
    public boolean holds(List<Feature> features, int row) {
      double value = ((Feature.Measured) features.get(feature)).values()[row];
      return value >= low && value <= high;
    }
  }

  /** @param in whether the value is one of the groups, or none of them */
  record Among(int feature, BitSet groups, boolean in) implements Literal {
    @Override
    public boolean holds(List<Feature> features, int row) {
      int code = ((Feature.Grouped) features.get(feature)).codes()[row];
      return code >= 0 && groups.get(code) == in;
    }
  }

  /** Whether there is a value. */
  record Known(int feature, boolean known) implements Literal {
    @Override
    public boolean holds(List<Feature> features, int row) {
      return features.get(feature).isMissing(row) != known;
    }
  }
}
