package app.parcelle.engine.project;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldNames;

/** What a person should know before using a segment. */
public sealed interface AudienceWarning {
  /** Members below that are too few to address. */
  int FEW = 100;
  /** Shares of the base below that are too small. */
  double SMALL = 0.001;
  /** Shares above that put hardly anybody out. */
  double BROAD = 0.8;
  /** How many members have to share what identifies them together. */
  int K = 10;
  /** From how much of the union two segments count as the same. */
  double SAME = 0.9;
  /** Older data than so many days is stale. */
  int STALE_DAYS = 31;

  record Nobody() implements AudienceWarning {}

  record Everyone(int count) implements AudienceWarning {}

  record TooSmall(int count, int base) implements AudienceWarning {}

  record TooBroad(int count, int base) implements AudienceWarning {}

  /**
   * @param members how many share their values of the fields with fewer than {@link #K} members, themselves included
   * @param fields those that identify a person together
   */
  record Identifiable(int members, int count, List<Field> fields) implements AudienceWarning {
    public Identifiable {
      fields = List.copyOf(fields);
    }
  }

  /**
   * @param other how many members the other segment has
   * @param both how many are in both
   */
  record Duplicate(String id, String name, int count, int other, int both) implements AudienceWarning {
    /** Of Jaccard: how much of the union is in both. */
    public double jaccard() {
      return (double) both / (count + other - both);
    }
  }

  /** @param days from the last event, or the day that the segment is fixed to, until today */
  record Stale(LocalDate asOf, long days) implements AudienceWarning {}

  /** A word for machines, such as {@code too-small}. */
  default String id() {
    return switch (this) {
      case Nobody _ -> "nobody";
      case Everyone _ -> "everyone";
      case TooSmall _ -> "too-small";
      case TooBroad _ -> "too-broad";
      case Identifiable _ -> "identifiable";
      case Duplicate _ -> "duplicate";
      case Stale _ -> "stale";
    };
  }

  /** @param names how fields are called */
  default Message message(FieldNames names) {
    return switch (this) {
      case Nobody() -> Message.of("audience.warning.nobody");
      case Everyone(int count) -> Message.of("audience.warning.everyone", count);
      case TooSmall(int count, int base) -> Message.of("audience.warning.tooSmall", count,
          base == 0 ? 0.0 : (double) count / base, FEW, SMALL);
      case TooBroad(int count, int base) -> Message.of("audience.warning.tooBroad", (double) count / base);
      case Identifiable(int members, int count, var fields) -> Message.of("audience.warning.identifiable",
          members, count, String.join(", ", fields.stream().map(names::title).toList()), K);
      case Duplicate d -> Message.of("audience.warning.duplicate", d.name(), d.count(), d.other(),
          d.jaccard());
      case Stale(LocalDate asOf, long days) -> Message.of("audience.warning.stale",
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
              .withLocale(names.texts().locale())
              .format(asOf),
          days);
    };
  }
}
