package app.parcelle.ui.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.profile.Association;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/** What columns, values and measures are called on the profile screen. */
record ProfileWords(Texts texts, ZoneId zone) {
  private static final int DIGITS_OF_ESTIMATE = 3;

  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  String type(Column column) {
    return texts.text("data.type." + column.type().id()); // keys: data.type.*
  }

  /** What the values of a column stand for where that is known, else its type. */
  String kind(Column column) {
    return column.meaning().is(Meaning.Kind.NONE) ? type(column) : meaning(column.meaning());
  }

  /** @param meaning of a kind other than {@code NONE} */
  String meaning(Meaning meaning) {
    String detail = meaning.detail();
    String word = texts.text("data.meaning." + id(meaning.kind())); // keys: data.meaning.*
    return detail == null ? word : texts.text("data.meaning.of", word, detail);
  }

  String role(Role role) {
    return texts.text("data.role." + role.id()); // keys: data.role.*
  }

  String count(long number) {
    return texts.text("profile.count", number);
  }

  /** @param share 0 to 1; what is there at all is never told as 0 %, what is not all never as 100 % */
  String percent(double share) {
    if (share > 0 && share < 0.001) {
      return texts.text("profile.percent.less");
    }
    return texts.text("profile.percent", share > 0.999 && share < 1 ? 0.999 : share);
  }

  /** How many values differ; an estimate with no more digits than it deserves. */
  String distinct(ColumnProfile profile) {
    return profile.exact()
        ? count(profile.distinct())
        : texts.text("profile.about", new BigDecimal(profile.distinct())
            .round(new MathContext(DIGITS_OF_ESTIMATE, RoundingMode.HALF_UP))
            .longValue());
  }

  /** A stored value of a column that holds no texts. */
  String value(Column column, long stored) {
    return switch (column.type()) {
      case DATE -> texts.text("profile.day", LocalDate.ofEpochDay(stored));
      case DATE_TIME -> time(stored);
      case YES_NO -> yesNo(stored != 0);
      case WHOLE, DECIMAL -> number(BigDecimal.valueOf(stored, column.scale()));
      case TEXT, IDENTIFIER -> throw new IllegalArgumentException("a code needs its dictionary");
    };
  }

  private String time(long millis) {
    var at = Instant.ofEpochMilli(millis).atZone(zone);
    return at.equals(at.truncatedTo(ChronoUnit.DAYS))
        ? texts.text("profile.day", at.toLocalDate())
        : texts.text("profile.time", at.toLocalDateTime());
  }

  private String yesNo(boolean yes) {
    return texts.text(yes ? "data.yes" : "data.no");
  }

  private String number(BigDecimal number) {
    return texts.text("profile.number", number);
  }

  /** A stored number with a fraction, such as a mean. */
  String fraction(Column column, double stored) {
    BigDecimal value = BigDecimal.valueOf(stored).movePointLeft(column.scale());
    return number(value.round(new MathContext(6)));
  }

  /** A frequent value, as the profile writes it. */
  String frequent(Column column, String text) {
    return switch (column.type()) {
      case YES_NO -> yesNo(text.equals("yes"));
      case WHOLE, DECIMAL -> number(new BigDecimal(text));
      case DATE -> texts.text("profile.day", LocalDate.parse(text));
      case DATE_TIME, TEXT, IDENTIFIER -> text;
    };
  }

  /** What a part of a column is called: on a bar, and as the name of its segment behind the column's. */
  String part(ColumnProfile profile, Part part) {
    Column column = profile.column();
    return switch (part) {
      case Part.Missing() -> texts.text("profile.missing");
      case Part.Invalid() -> texts.text("profile.invalid");
      case Part.FarOut() -> texts.text("profile.far-out");
      case Part.Value(String text) -> frequent(column, text);
      case Part.Between(long from, long to) -> between(column, from, to);
    };
  }

  private String between(Column column, long from, long to) {
    // a bar of times ends one millisecond before the next day begins
    String first = value(column, from);
    String last = column.type() == ColumnType.DATE_TIME
        ? texts.text("profile.day", Instant.ofEpochMilli(to).atZone(zone).toLocalDate())
        : value(column, to);
    return first.equals(last) ? first : texts.text("profile.between", first, last);
  }

  String segment(ColumnProfile profile, Part part) {
    return texts.text("profile.segment.name", profile.column().name(), part(profile, part));
  }

  String order(ProfileViewModel.Order order) {
    return texts.text("profile.order." + id(order)); // keys: profile.order.*
  }

  String side(ProfileViewModel.Side side) {
    return texts.text("profile.side." + id(side)); // keys: profile.side.*
  }

  String measure(Association.Measure measure) {
    return texts.text("profile.measure." + id(measure)); // keys: profile.measure.*
  }

  String measureWhat(Association.Measure measure) {
    return texts.text("profile.measure.what." + id(measure)); // keys: profile.measure.what.*
  }

  String strength(double value) {
    return texts.text("profile.strength", value);
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
