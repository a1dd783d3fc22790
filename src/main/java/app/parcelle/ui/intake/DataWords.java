package app.parcelle.ui.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import app.parcelle.engine.intake.ImportPreview.Reading;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What types, roles and sizes are called on the data screens. */
record DataWords(Texts texts) {
  private static final int SHOWN = 6;

  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  String of(ColumnType type) {
    return texts.text("data.type." + id(type)); // keys: data.type.*
  }

  String of(Role role) {
    return texts.text("data.role." + role.id()); // keys: data.role.*
  }

  /** Empty where values stand for nothing in particular. */
  String of(Meaning meaning) {
    String detail = meaning.detail();
    if (meaning.is(Meaning.Kind.NONE)) {
      return "";
    }
    String word = texts.text("data.meaning." + id(meaning.kind())); // keys: data.meaning.*
    return detail == null ? word : texts.text("data.meaning.of", word, detail);
  }

  /** What the values stand for, which says more than the type; the type where they stand for nothing in particular. */
  String of(ColumnType type, Meaning meaning) {
    return meaning.is(Meaning.Kind.NONE) ? of(type) : of(meaning);
  }

  /** What a reading makes of its example. */
  String of(Reading reading) {
    boolean day = reading.value().matches("\\d{4}-\\d\\d-\\d\\d");
    return day
        ? texts.text("data.day", LocalDate.parse(reading.value()))
        : texts.text("data.decimal", new BigDecimal(reading.value()));
  }

  String of(Reason reason) {
    return texts.text("data.reject." + id(reason)); // keys: data.reject.*
  }

  /** Why something was not understood. */
  String why(Doubt doubt) {
    Column column = doubt.column();
    Reason reason = doubt.reason();
    return reason == null
        ? texts.text("mend.not." + id(column == null ? ColumnType.TEXT : column.type())) // keys: mend.not.*
        : of(reason);
  }

  String of(TableKind kind) {
    return texts.text("data.kind." + id(kind)); // keys: data.kind.*
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names in a row; of many, the first. */
  String some(List<String> names) {
    int shown = Math.min(SHOWN, names.size());
    String first = String.join(", ", names.subList(0, shown));
    return names.size() > shown ? texts.text("data.more", first, names.size() - shown) : first;
  }

  /** A size on disk in the unit that gives one to three digits. */
  String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return texts.text("data.size.kb", Math.max(1, Math.round(bytes / 1000.0)));
    }
    return bytes < 1_000_000_000
        ? texts.text("data.size.mb", bytes / 1e6)
        : texts.text("data.size.gb", bytes / 1e9);
  }

  /** About how long something still takes. */
  String left(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    return seconds < 90
        ? texts.text("data.progress.seconds", seconds)
        : texts.text("data.progress.minutes", Math.round(seconds / 60.0));
  }

  /** An estimate, with no more digits than it deserves: three; below a thousand it is no estimate. */
  static long about(long estimate) {
    return new BigDecimal(estimate).round(new MathContext(3)).longValue();
  }

  String count(long number) {
    return texts.text("data.number", number);
  }

  /** What the rows of an event table that count come to. */
  String counted(TableVersion table, Counted counted) {
    String rows = table.withRole(Role.ORDER_KEY).isPresent()
        ? texts.text("data.report.counted.orders", counted.rows(), counted.orders(), counted.customers())
        : texts.text("data.report.counted", counted.rows(), counted.customers());
    BigDecimal amount = counted.amount();
    return amount == null ? rows : rows + " " + texts.text("data.report.amount", amount);
  }

  /** A frequent value, as {@link ColumnShape} has it. */
  String frequent(Column column, String value) {
    return column.type() == ColumnType.YES_NO
        ? texts.text(value.equals("0") ? "data.no" : "data.yes")
        : value;
  }

  /** A stored value of a column, as a person writes it. */
  String value(Column column, long stored, ZoneId zone) {
    return value(column.type(), stored, column.scale(), zone);
  }

  /** @param scale digits behind the decimal point */
  String value(ColumnType type, long stored, int scale, ZoneId zone) {
    return switch (type) {
      case DATE -> texts.text("data.day", LocalDate.ofEpochDay(stored));
      case DATE_TIME -> texts.text("data.day", Instant.ofEpochMilli(stored).atZone(zone).toLocalDate());
      case WHOLE, DECIMAL -> texts.text("data.decimal", BigDecimal.valueOf(stored, scale));
      case YES_NO -> texts.text(stored == 0 ? "data.no" : "data.yes");
      case TEXT, IDENTIFIER -> Long.toString(stored);
    };
  }
}
