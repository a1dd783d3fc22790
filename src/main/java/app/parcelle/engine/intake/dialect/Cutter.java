package app.parcelle.engine.intake.dialect;

/** Cuts the lines of a record into cells. Keeps what a line leaves open until the next one. */
sealed interface Cutter permits DelimitedCutter, WidthCutter {
  static Cutter of(Writing writing) {
    return writing.widths().isEmpty()
        ? new DelimitedCutter(writing.delimiter(), writing.quote(), writing.escape())
        : new WidthCutter(writing.widths());
  }

  /** Forgets what was left open. */
  void begin();

  /**
   * Cuts one line.
   *
   * @param from where it begins
   * @param to where it ends
   * @param next where the line behind its line end begins
   * @return whether the record is whole; otherwise its last cell goes on in the next line
   */
  boolean take(byte[] bytes, int from, int to, int next, CutRecord into);
}
