package app.parcelle.engine.intake.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** The rows of an answer as records: the names of the columns, then row after row as the database hands them out. */
final class ResultRecords extends RecordStream {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS",
      Locale.ROOT);
  private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter
      .ofPattern("uuuu-MM-dd HH:mm:ss.SSSXXX", Locale.ROOT);

  private final ResultSet rows;
  private final DatabaseLogin login;
  private final Class<?>[] asked;
  private boolean named;

  ResultRecords(ResultSet rows, DatabaseLogin login) throws SQLException {
    this.rows = rows;
    this.login = login;
    ResultSetMetaData about = rows.getMetaData();
    asked = new Class<?>[about.getColumnCount()];
    for (int c = 0; c < asked.length; c++) {
      asked[c] = asked(about.getColumnType(c + 1), about.getColumnTypeName(c + 1), login);
    }
  }

  /** Local times have to be asked for as such: the older classes of JDBC move them to the zone of this machine. */
  private static Class<?> asked(int type, @Nullable String typeName, DatabaseLogin login) {
    if (login.url().startsWith("jdbc:sqlite:")) {
      // any value may stand in any column
      return Object.class;
    }
    boolean zoned = type == Types.TIMESTAMP_WITH_TIMEZONE || "timestamptz".equalsIgnoreCase(typeName);
    return switch (type) {
      case Types.DATE -> LocalDate.class;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> zoned
          ? OffsetDateTime.class
          : LocalDateTime.class;
      default -> Object.class;
    };
  }

  @Override
  protected boolean next(RecordBuffer into) {
    try {
      if (!named) {
        named = true;
        ResultSetMetaData about = rows.getMetaData();
        for (int c = 1; c <= asked.length; c++) {
          into.text(about.getColumnLabel(c));
        }
        into.end();
        return true;
      }
      if (!rows.next()) {
        return false;
      }
      for (int c = 0; c < asked.length; c++) {
        cell(value(c), into);
      }
      into.end();
      return true;
    } catch (SQLException e) {
      throw new Problem(Message.of("intake.database-lost", login.place(),
          Objects.toString(e.getMessage(), "").strip()), e);
    }
  }

  private @Nullable Object value(int column) throws SQLException {
    return asked[column] == Object.class
        ? rows.getObject(column + 1)
        : rows.getObject(column + 1, asked[column]);
  }

  private static void cell(@Nullable Object value, RecordBuffer into) throws SQLException {
    switch (value) {
      case null -> into.empty();
      case Boolean answer -> into.plain(answer ? "true" : "false");
      case Long number -> into.plain(number.toString());
      case Integer number -> into.plain(number.toString());
      case Short number -> into.plain(number.toString());
      case Byte number -> into.plain(number.toString());
      case BigDecimal number -> into.plain(number.toPlainString());
      case Double number -> number(number, into);
      case Float number -> number(Double.parseDouble(number.toString()), into);
      case LocalDate day -> into.text(day.toString());
      case LocalDateTime time -> into.text(LOCAL.format(time));
      case OffsetDateTime time -> into.text(WITH_OFFSET.format(time));
      case byte[] bytes -> into.text(HexFormat.of().formatHex(bytes));
      case Array list -> into.text(joined(list));
      default -> into.text(value.toString());
    }
  }

  private static void number(double number, RecordBuffer into) {
    if (Double.isFinite(number)) {
      into.plain(new BigDecimal(Double.toString(number)).toPlainString());
    } else {
      into.text(Double.toString(number));
    }
  }

  /** The elements between upright strokes, as lists of other sources are. */
  private static String joined(Array list) throws SQLException {
    return list.getArray() instanceof Object[] elements
        ? Arrays.stream(elements).map(e -> Objects.toString(e, "")).collect(Collectors.joining("|"))
        : list.toString();
  }
}
