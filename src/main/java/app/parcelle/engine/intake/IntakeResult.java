package app.parcelle.engine.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.preset.Recognised;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

/**
 * What was read of a source, all drafts together. Rows read = rows stored + rows rejected.
 *
 * @param tableName as the options say, else from the file's name
 * @param text how the source was cut into records and fields, as found or said
 * @param preset that was followed; null where none was
 */
public record IntakeResult(String tableName, TableKind kind, List<ReadColumn> columns, long rowsRead,
    long rowsStored, long rowsRejected, TextOptions text, @Nullable Recognised preset) {

  /**
   * A column as it was read.
   *
   * @param scale digits after the decimal point; drafts before the last may have had fewer
   * @param missing cells without value, the invalid ones included
   * @param invalid cells that could not be understood
   * @param ambiguous how it was read, where the whole column allows another reading; null where it does not
   * @param format the date pattern or decimal sign by which it was read; null where the type has none
   */
  public record ReadColumn(String name, ColumnType type, Role role, Meaning meaning, int scale, long missing,
      long invalid, @Nullable String ambiguous, @Nullable String format) {}

  public IntakeResult {
    columns = List.copyOf(columns);
  }

  public IntakeResult with(TextOptions found, @Nullable Recognised followed) {
    return new IntakeResult(tableName, kind, columns, rowsRead, rowsStored, rowsRejected, found, followed);
  }
}
