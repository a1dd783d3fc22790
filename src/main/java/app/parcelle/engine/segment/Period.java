package app.parcelle.engine.segment;

/** A length of calendar time, such as 90 days. {@code n} is at least 1. */
public record Period(int n, Unit unit) {
  /** Units of the calendar. */
  public enum Unit {
    DAYS, WEEKS, MONTHS, YEARS
  }

  public Period {
    if (n < 1) {
      throw new IllegalArgumentException("n");
    }
  }
}
