package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** One value of one customer, in the Java type that says what it is. */
public sealed interface Value {
  record OfText(String text) implements Value {}

  record OfNumber(BigDecimal number) implements Value {}

  record OfYesNo(boolean yes) implements Value {}

  record OfDate(LocalDate date) implements Value {}

  record OfInstant(Instant instant) implements Value {}
}
