package app.parcelle.engine.segment;

import java.time.LocalDate;

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
}
