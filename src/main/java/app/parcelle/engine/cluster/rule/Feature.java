package app.parcelle.engine.cluster.rule;

import java.util.List;

import app.parcelle.engine.segment.FieldRef;

/** A column in the form in which a rule can ask about it. */
sealed interface Feature {
  FieldRef field();

  boolean isMissing(int row);

  /**
   * A number, or a date as days since 1970.
   *
   * @param decimals digits after the point that its values have
   * @param values one a row; NaN where missing
   */
  record Measured(FieldRef field, boolean days, int decimals, double[] values) implements Feature {
    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }

    RoundNumbers readable() {
      return days ? new RoundNumbers.Days() : new RoundNumbers.Numbers(decimals);
    }
  }

  /**
   * A text, or yes and no. Texts that the builder takes for the same are one group.
   *
   * @param yesNo whether group 0 is no and group 1 is yes
   * @param groups the text of each, most frequent first
   * @param codes one a row: its group, or -1 where missing
   */
  record Grouped(FieldRef field, boolean yesNo, List<String> groups, int[] codes) implements Feature {
    @Override
    public boolean isMissing(int row) {
      return codes[row] < 0;
    }
  }
}
