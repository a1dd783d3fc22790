package app.parcelle.engine.segment;

/** Tests of text. Comparison is trimmed and without case and accents, unless the condition is exact. */
public enum TextOperator {
  EQUALS, IS_ONE_OF, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES, NOT_EQUALS, IS_NONE_OF, NOT_CONTAINS, NOT_MATCHES;

  /** A negative test is the complement of its {@link #positive()} one among the values that are there. */
  public boolean negative() {
    return positive() != this;
  }

  public TextOperator positive() {
    return switch (this) {
      case NOT_EQUALS -> EQUALS;
      case IS_NONE_OF -> IS_ONE_OF;
      case NOT_CONTAINS -> CONTAINS;
      case NOT_MATCHES -> MATCHES;
      default -> this;
    };
  }
}
