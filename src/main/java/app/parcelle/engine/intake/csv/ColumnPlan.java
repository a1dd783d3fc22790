package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * How one column is going to be read.
 *
 * @param stated whether a person has said the type, so that it is never revised
 * @param meaning as the sample tells it, or a person
 * @param meaningStated whether a person has said it, so that no cell speaks against it
 * @param other another reading that all cells seen so far allow; null where there is none
 */
record ColumnPlan(String name, ColumnType type, boolean stated, Role role, Meaning meaning,
    boolean meaningStated,
    Format format,
    @Nullable Format other) {

  ColumnPlan as(ColumnType newType, Format newFormat) {
    return new ColumnPlan(name, newType, stated, role, meaning, meaningStated, newFormat, null);
  }

  /** With another reading of the same kind; a number not stated otherwise is whole where its format says so. */
  ColumnPlan as(Format newFormat, @Nullable Format newOther) {
    ColumnType newType = newFormat instanceof Format.Numbers numbers && !stated
        ? numbers.whole() ? ColumnType.WHOLE : ColumnType.DECIMAL
        : type;
    return new ColumnPlan(name, newType, stated, role, meaning, meaningStated, newFormat, newOther);
  }

  ColumnPlan as(Role newRole) {
    return new ColumnPlan(name, type, stated, newRole, meaning, meaningStated, format, other);
  }

  /** What the values stand for, as far as the sample tells. */
  Meaning likelyMeaning() {
    return format instanceof Format.Numbers numbers && !meaningStated
        && numbers.unit().is(Meaning.Kind.PERCENT)
            ? numbers.unit()
            : meaning;
  }

  /** Texts exactly as they stand. */
  static ColumnPlan exact(String name) {
    return new ColumnPlan(name, ColumnType.TEXT, true, Role.NONE, Meaning.NONE, true,
        new Format.Texts(true, false, true), null);
  }

  ColumnPlan asText() {
    return new ColumnPlan(name, ColumnType.TEXT, stated, role, meaningStated ? meaning : Meaning.NONE,
        meaningStated,
        new Format.Texts(true, false, false), null);
  }
}
