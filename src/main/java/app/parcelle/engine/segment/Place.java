package app.parcelle.engine.segment;

import java.math.BigDecimal;

/** The middle of a radius. */
public sealed interface Place {
  /** Decimal degrees. */
  record Point(BigDecimal latitude, BigDecimal longitude) implements Place {}

  /**
   * A town or postal code of a table of places, whose columns mean latitude and longitude, or both: the mean of the rows whose column
   * equals the value, folded, and that have both.
   *
   * @param table its name or id
   */
  record Named(String table, FieldRef column, String value) implements Place {}
}
