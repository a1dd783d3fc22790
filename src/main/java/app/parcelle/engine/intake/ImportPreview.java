package app.parcelle.engine.intake;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

/**
 * What a source seems to be, before it is imported.
 *
 * @param source as messages call it
 * @param bytes that a reading takes
 * @param estimatedRows from the sample; exact for a file that fits in it
 * @param raw the first lines as they stand, at most 20, each cut at 2,000 characters
 * @param rows the first records, at most 50, as text: rows x columns
 */
public record ImportPreview(String source, long bytes, long estimatedRows, Charset encoding, char delimiter,
    char quote,
    boolean header, String tableName, TableKind kind, List<PreviewColumn> columns,
    List<String> raw,
    List<List<Cell>> rows) {

  /**
   * A column as it would be imported.
   *
   * @param ambiguous the other reading the sample allows, such as {@code MM/dd/yyyy}; null where it does not
   * @param format the date pattern or decimal sign found; null where the type has none
   * @param missing empty cells in the sample
   * @param invalid cells of the sample that do not fit
   * @param sampled cells looked at
   */
  public record PreviewColumn(String name, ColumnType type, Role role, @Nullable String ambiguous,
      @Nullable String format, int missing, int invalid, int sampled) {}

  /** A cell of the preview: its text as read and whether the column's type takes it. */
  public record Cell(String text, boolean missing, boolean invalid) {}
}
