package app.parcelle.engine.segment;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Something known of every customer that a condition can test, a list can show and a clustering can use. */
public sealed interface Field {
  /** Stable; see {@link FieldRef}. */
  String id();

  /** The name shown, and accepted in JSON; unique among the fields of a project. */
  String name();

  ColumnType type();

  /** Digits after the decimal point. */
  int scale();

  /** The table it comes from. */
  String tableId();

  /** A column of a customer table. */
  record OfCustomer(String id, String name, ColumnType type, int scale, String tableId, String columnId,
      Role role)
      implements
        Field {}

  /** Computed from an event table. The name is that of the trait in English, lower case; screens translate it. */
  record OfTrait(String id, String name, ColumnType type, int scale, String tableId,
      Trait trait) implements Field {
    /** Whether it is of the table whose traits have the plain names: the one with amounts. The others name their table. */
    public boolean isPlain() {
      return !name.endsWith(")");
    }
  }

  /** A column of an event table, lifted to the customer. */
  record Lifted(String id, String name, ColumnType type, int scale, String tableId, String columnId,
      Pick pick)
      implements
        Field {}

  /** The key of the customer itself. */
  record Key(String id, String name, ColumnType type, int scale, String tableId) implements Field {}

  /** The cluster of a saved clustering: a whole number from 1; missing where it assigned none. */
  record Cluster(String id, String name, ColumnType type, int scale, String tableId) implements Field {}

  /** A score of the project's RFM model, or the name of the segment it puts the customer in; missing without purchase. */
  record Score(String id, String name, ColumnType type, int scale, String tableId,
      ScorePart part) implements Field {}

  /** What an RFM model says of a customer. */
  enum ScorePart {
    RECENCY, FREQUENCY, MONETARY, SEGMENT
  }

  /** Which of a customer's rows gives the value. */
  enum Pick {
    /** All rows of every customer agree. */
    CONSTANT, FIRST, LAST, MOST_FREQUENT
  }
}
