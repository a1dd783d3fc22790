package app.parcelle.engine.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The size of a segment as of the ends of the last months, the earliest first. What customers do moves it; fields that keep no
 * history, such as a country, are as they are now on every day.
 */
public record Trend(List<Point> points) {
  /** How many month ends are looked at. */
  public static final int MONTHS = 12;

  public Trend {
    points = List.copyOf(points);
  }

  /**
   * @param count members as of that day; -1 where unknown
   * @param base customers there were
   */
  public record Point(LocalDate day, int count, int base) {}

  /** The last month ends up to a day, itself included where it is one. */
  static List<LocalDate> monthEnds(LocalDate upTo) {
    LocalDate last = upTo.plusDays(1).withDayOfMonth(1).minusDays(1);
    List<LocalDate> ends = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      ends.add(last.plusDays(1).minusMonths(back).minusDays(1));
    }
    return ends;
  }
}
