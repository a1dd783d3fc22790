package app.parcelle.engine.segment;

/** Tests of yes/no values. */
public enum YesNoOperator {
  IS_YES, IS_NO, IS_NOT_YES, IS_NOT_NO;

  public boolean negative() {
    return this == IS_NOT_YES || this == IS_NOT_NO;
  }
}
