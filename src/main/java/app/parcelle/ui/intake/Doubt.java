package app.parcelle.ui.intake;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableDraft.Reason;

/**
 * Something of a source that was not understood, and that a person may mend.
 *
 * @param line of the source; for equal texts, that of the first
 * @param column where it stands; null for a whole row
 * @param raw as it stood in the source
 * @param reason why a row is none; null for values, which do not fit the type of their column
 * @param count how often it comes
 */
record Doubt(Key key, long line, @Nullable Column column, String raw, @Nullable Reason reason, long count) {

  /** What a correction is for. */
  sealed interface Key {
    /** All equal texts of a column: one rule for many. */
    record Same(String columnId, String raw) implements Key {}

    /** One cell; {@code batch} is the import it came with. */
    record Cell(int batch, long line, String columnId) implements Key {}

    /** A record that is no row. */
    record Row(int batch, long line) implements Key {}
  }

  static Doubt same(Column column, String raw, long line, long count) {
    return new Doubt(new Key.Same(column.id(), raw), line, column, raw, null, count);
  }

  static Doubt cell(Column column, int batch, long line, String raw) {
    return new Doubt(new Key.Cell(batch, line, column.id()), line, column, raw, null, 1);
  }

  static Doubt row(int batch, long line, String raw, Reason reason) {
    return new Doubt(new Key.Row(batch, line), line, null, raw, reason, 1);
  }
}
