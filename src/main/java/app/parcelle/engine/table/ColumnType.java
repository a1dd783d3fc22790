package app.parcelle.engine.table;

/**
 * What a column holds. Every type is stored as 64-bit integers, so that one set of loops serves them all:
 *
 * <ul>
 * <li>{@code TEXT}, {@code IDENTIFIER}: the code of the text in the chunk's {@link Dictionary}
 * <li>{@code WHOLE}: the number; {@code DECIMAL}: the unscaled number, with the scale of the column
 * <li>{@code YES_NO}: 1 or 0
 * <li>{@code DATE}: days since 1970-01-01; {@code DATE_TIME}: UTC milliseconds since 1970-01-01
 * </ul>
 */
public enum ColumnType {
  TEXT, IDENTIFIER, WHOLE, DECIMAL, YES_NO, DATE, DATE_TIME;

  /** The name in the command line, recipes and saved files, such as {@code date-time}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public boolean isText() {
    return this == TEXT || this == IDENTIFIER;
  }

  public boolean isNumber() {
    return this == WHOLE || this == DECIMAL;
  }

  public boolean isDate() {
    return this == DATE || this == DATE_TIME;
  }
}
