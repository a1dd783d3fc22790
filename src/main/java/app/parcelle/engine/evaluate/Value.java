package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import app.parcelle.engine.message.Message;

/** One value of one customer, in the Java type that says what it is. */
public sealed interface Value {
  record OfText(String text) implements Value {}

  record OfNumber(BigDecimal number) implements Value {}

  record OfYesNo(boolean yes) implements Value {}

  record OfDate(LocalDate date) implements Value {}

  record OfInstant(Instant instant) implements Value {}

  /** What takes a few words: "12th of 4,338, with 310.50". */
  record InWords(Message words) implements Value {}
}
