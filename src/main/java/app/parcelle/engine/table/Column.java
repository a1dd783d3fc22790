package app.parcelle.engine.table;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table version: what it is, without its values.
 *
 * @param id stable within its table, such as {@code c3}; the same column of a later version keeps it
 * @param name as in the file's header; unique within the table, whatever the case
 * @param meaning what its values stand for; {@code NONE} in documents of before there were meanings
 * @param scale digits after the decimal point, for {@code DECIMAL}; 0 otherwise
 * @param missing rows without value, the invalid ones included
 * @param invalid rows whose text could not be understood
 * @param ambiguous how it was read, where the file allows another reading (03/04/2021); null where it does not
 * @param origin where its values come from
 */
public record Column(String id, String name, ColumnType type, Role role, Meaning meaning, int scale,
    long missing, long invalid, @Nullable String ambiguous, Origin origin) {

  public Column {
    meaning = Objects.requireNonNullElse(meaning, Meaning.NONE);
  }

  /** A column whose values stand for nothing in particular. */
  public Column(String id, String name, ColumnType type, Role role, int scale, long missing, long invalid,
      @Nullable String ambiguous, Origin origin) {
    this(id, name, type, role, Meaning.NONE, scale, missing, invalid, ambiguous, origin);
  }

  /** Whether its values are in the rows as they were imported; others are computed. */
  public boolean isOwn() {
    return origin == Origin.STORED || origin == Origin.CUSTOMER_KEY;
  }

  public Column withOrigin(Origin other) {
    return new Column(id, name, type, role, meaning, scale, missing, invalid, ambiguous, other);
  }

  public Column as(ColumnType other) {
    return new Column(id, name, other, role, meaning, scale, missing, invalid, ambiguous, origin);
  }

  public Column withRole(Role other) {
    return new Column(id, name, type, other, meaning, scale, missing, invalid, ambiguous, origin);
  }

  /** Where a column's values come from. */
  public enum Origin {
    /** From its own chunks. */
    STORED,
    /** From the directory of customers: the key that each row belongs to. */
    CUSTOMER_KEY,
    /** What the row is worth: quantity times unit price, or as the table's {@link Sale} has it. */
    AMOUNT,
    /** The amount less the cost, as the table's {@link Sale} has it. */
    MARGIN,
    /** From the row of a lookup table that a column of the same row names. */
    LOOKUP
  }
}
