package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.raw;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.JooqLogger;

/** The SQL of one kind of database: the expressions that each writes in its own way. All else is the same everywhere. */
public enum Dialect {
  H2(SQLDialect.H2), POSTGRES(SQLDialect.POSTGRES), TRINO(SQLDialect.TRINO);

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss",
      Locale.ROOT);
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  static {
    // it would greet and give advice on the console
    JooqLogger.globalThreshold(Log.Level.WARN);
  }

  private final SQLDialect jooq;

  Dialect(SQLDialect jooq) {
    this.jooq = jooq;
  }

  /** The name in the command line, such as {@code postgres}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  DSLContext context() {
    return DSL.using(jooq, new Settings().withRenderFormatted(true)
        .withStatementType(StatementType.STATIC_STATEMENT));
  }

  /** A day; those that no database writes stand at the ends of time. */
  static Field<LocalDate> day(LocalDate day) {
    return inline(day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day);
  }

  /** The beginning of a local day, with the offset from UTC that the zone has then. */
  Field<OffsetDateTime> start(LocalDate day, ZoneId zone) {
    LocalDate shown = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    OffsetDateTime start = shown.atStartOfDay(zone).toOffsetDateTime();
    OffsetDateTime said = start.getOffset().getTotalSeconds() % 60 == 0
        ? start
        : start.withOffsetSameInstant(ZoneOffset.UTC);
    String offset = said.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : said.getOffset().getId();
    String text = "'" + LOCAL.format(said) + offset + "'";
    return field(raw((this == TRINO ? "timestamp " : "timestamp with time zone ") + text),
        SQLDataType.TIMESTAMPWITHTIMEZONE);
  }

  /** An instant by the clocks of a zone: only its parts may be asked for. */
  Field<OffsetDateTime> local(Field<?> instant, ZoneId zone) {
    return field("{0} at time zone {1}", SQLDataType.TIMESTAMPWITHTIMEZONE, instant, inline(zone.getId()));
  }

  /** The local day of an instant. */
  Field<LocalDate> localDay(Field<?> instant, ZoneId zone) {
    // H2 casts by the zone of the session, whatever zone the value has
    return this == H2
        ? field("cast(formatdatetime({0}, 'yyyy-MM-dd') as date)", SQLDataType.LOCALDATE,
            local(instant, zone))
        : cast(local(instant, zone), SQLDataType.LOCALDATE);
  }

  /** The first instant of a day that a column holds. */
  Field<OffsetDateTime> startOf(Field<LocalDate> day, ZoneId zone) {
    return switch (this) {
      case H2 -> field("cast(cast({0} as varchar) || {1} as timestamp with time zone)",
          SQLDataType.TIMESTAMPWITHTIMEZONE, day, inline(" 00:00:00 " + zone.getId()));
      case POSTGRES -> field("(cast({0} as timestamp) at time zone {1})", SQLDataType.TIMESTAMPWITHTIMEZONE,
          day, inline(zone.getId()));
      case TRINO -> field("with_timezone(cast({0} as timestamp), {1})", SQLDataType.TIMESTAMPWITHTIMEZONE,
          day, inline(zone.getId()));
    };
  }

  /** An instant so much later, by elapsed time. */
  Field<OffsetDateTime> later(Field<OffsetDateTime> instant, Duration elapsed) {
    boolean hours = elapsed.toMinutes() % 60 == 0;
    String interval = hours
        ? " + interval '" + elapsed.toHours() + "' hour"
        : " + interval '" + elapsed.toMinutes() + "' minute";
    return field("{0}" + interval, SQLDataType.TIMESTAMPWITHTIMEZONE, instant);
  }

  /** Monday is 1. */
  Field<Integer> weekday(Field<?> day) {
    return this == TRINO
        ? field("day_of_week({0})", SQLDataType.INTEGER, day)
        : field(this == H2 ? "extract(iso_day_of_week from {0})" : "extract(isodow from {0})",
            SQLDataType.INTEGER, day);
  }

  /** The MD5 of a text in UTF-8, as 32 small hexadecimal digits. */
  Field<String> md5(Field<String> text) {
    return switch (this) {
      case H2 -> field("lower(rawtohex(hash('MD5', {0})))", SQLDataType.VARCHAR, text);
      case POSTGRES -> field("md5({0})", SQLDataType.VARCHAR, text);
      case TRINO -> field("lower(to_hex(md5(to_utf8({0}))))", SQLDataType.VARCHAR, text);
    };
  }

  /**
   * Whether a regular expression is found in a text.
   *
   * @param exact with case and accents
   */
  Condition matches(Field<String> text, Field<String> folded, String pattern, boolean exact) {
    return switch (this) {
      case H2 -> DSL.condition("{0}({1}, {2}, {3})", DSL.quotedName(Regex.NAME), text, inline(pattern),
          inline(exact));
      case POSTGRES -> exact
          ? DSL.condition("{0} ~ {1}", text, inline(pattern))
          : DSL.condition("{0} ~* {1}", folded, inline(Regex.bare(pattern)));
      case TRINO -> DSL.condition("regexp_like({0}, {1})", exact ? text : folded,
          inline(exact ? pattern : "(?i)" + Regex.bare(pattern)));
    };
  }
}
