package app.parcelle.ui.profile;

/** The rows of a column that a bar stands for. */
sealed interface Part {
  /** Those from one stored value to another, both included. */
  record Between(long from, long to) implements Part {}

  /** Those with a value, as {@link app.parcelle.engine.profile.ColumnProfile#top} writes it. */
  record Value(String text) implements Part {}

  /** Those whose cell is empty. */
  record Missing() implements Part {}

  /** Those whose cell was not understood. */
  record Invalid() implements Part {}

  /** Those whose value is far from most others. */
  record FarOut() implements Part {}
}
