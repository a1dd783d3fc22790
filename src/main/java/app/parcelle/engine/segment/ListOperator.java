package app.parcelle.engine.segment;

/** Tests of lists. Elements compare as texts do. */
public enum ListOperator {
  ANY_OF, ALL_OF, NONE_OF, NOT_ALL_OF;

  public boolean negative() {
    return this == NONE_OF || this == NOT_ALL_OF;
  }
}
