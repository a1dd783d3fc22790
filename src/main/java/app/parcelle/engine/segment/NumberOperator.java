package app.parcelle.engine.segment;

/** Tests of numbers; between includes both ends. */
public enum NumberOperator {
  EQUAL, LESS, AT_MOST, AT_LEAST, GREATER, BETWEEN, NOT_EQUAL, NOT_BETWEEN;

  public boolean negative() {
    return this == NOT_EQUAL || this == NOT_BETWEEN;
  }

  public boolean needsTwo() {
    return this == BETWEEN || this == NOT_BETWEEN;
  }
}
