package app.parcelle.engine.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.preset.Recognised;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

/**
 * What a source seems to be, before it is imported.
 *
 * @param source as messages call it
 * @param bytes that a reading takes
 * @param estimatedRows from the sample; exact for a file that fits in it
 * @param text how it is cut into records and fields, as found or said
 * @param raw the first lines as they stand, at most 20, each cut at 2,000 characters
 * @param rows the first records, at most 50, as text: rows x columns
 * @param parts the tables of a source that holds several; empty where it is one
 * @param part which of them this is; null where it has none
 * @param records whether it is no text that could be cut in another way; see {@link TextSource#isRecords}
 * @param notes what a person should know about the values in the sample
 * @param preset whose export it is; null where nobody knows, or wants to
 */
public record ImportPreview(String source, long bytes, long estimatedRows, TextOptions text,
    String tableName, TableKind kind, List<PreviewColumn> columns, List<String> raw,
    List<List<Cell>> rows, List<String> parts, @Nullable String part, boolean records, List<Message> notes,
    @Nullable Recognised preset) {

  /**
   * A column as it would be imported.
   *
   * @param question which of two readings is right, where the sample allows both; null where it does not
   * @param format the date pattern or decimal sign found; null where the type has none
   * @param missing empty cells in the sample
   * @param invalid cells of the sample that do not fit
   * @param sampled cells looked at
   */
  public record PreviewColumn(String name, ColumnType type, Role role, Meaning meaning,
      @Nullable Question question, @Nullable String format, int missing, int invalid, int sampled) {

    /** The other reading the sample allows, such as {@code MM/dd/yyyy}; null where it does not. */
    public @Nullable String ambiguous() {
      return question == null ? null : question.other().format();
    }
  }

  /**
   * Two readings that all cells of a sample allow. Unless a person says otherwise, the first is taken, or the only one that
   * the whole column allows.
   *
   * @param example a cell that they understand differently, such as {@code 03/04/2021}
   */
  public record Question(String example, Reading taken, Reading other) {}

  /**
   * A way to read a column.
   *
   * @param format date pattern or decimal sign, as in {@link ImportOptions#formats()}
   * @param value what it makes of the example: a day such as {@code 2021-04-03}, or a number such as {@code 1234}
   */
  public record Reading(String format, String value) {}

  /** A cell of the preview: its text as read and whether the column's type takes it. */
  public record Cell(String text, boolean missing, boolean invalid) {}
}
