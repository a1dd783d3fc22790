package app.parcelle.engine.segment;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Which events a condition looks at, by local day in the segment's zone; never any after the reference instant. */
public sealed interface Window {
  /** All there are. */
  record Ever() implements Window {}

  /** The full days before today, as many as the period has; today too when asked. */
  record Last(Period period, boolean includingToday) implements Window {}

  /** From the first day to the last, both included. */
  record Between(LocalDate first, LocalDate last) implements Window {}

  /** That day and after. */
  record Since(LocalDate first) implements Window {}

  /** The whole of a calendar unit: the present one up to the reference instant (0), the one before it (1), and so on. */
  record Whole(CalendarUnit unit, int ago) implements Window {}

  /** Full days between two distances from today: from today minus {@code from} to the day before today minus {@code to}. */
  record Ago(Period from, Period to) implements Window {}

  /**
   * The customer's last n events: orders where the table has an order key (all their lines), else rows; of equal times the later
   * in the source is the later. Rows without time come first. An order is as late as its last line. Returns that are taken off sums
   * are among no latest events, and so in no sum of them. A where then chooses among them.
   *
   * @param among which rows are events at all; null for all that count
   */
  record Latest(int n, @Nullable Condition among) implements Window {}
}
