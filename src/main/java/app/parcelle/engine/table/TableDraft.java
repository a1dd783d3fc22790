package app.parcelle.engine.table;

import java.util.List;
import java.util.Locale;

/**
 * Rows just read, before they are given to customers, sorted and stored: rows x columns. A large file comes as several
 * drafts of the same columns, so that memory stays bounded.
 *
 * @param rows how many
 * @param columns all of {@code rows} values
 * @param lines the line of the source at which each row begins, counted from 1; chunks as those of a column
 * @param rejects the records that could not be made rows
 */
public record TableDraft(int rows, List<ColumnDraft> columns, List<Chunk> lines, List<Reject> rejects) {

  /**
   * A record that is no row: its structure is broken, or it stands around the table.
   *
   * @param line where it begins, counted from 1
   * @param raw as it stands in the file, cut at 1,000 characters
   * @param reason which rule it breaks
   */
  public record Reject(long line, String raw, Reason reason) {}

  /** Why a record is no row. */
  public enum Reason {
    TOO_MANY_FIELDS, TOO_FEW_FIELDS, UNDECODABLE, UNCLOSED_QUOTE, FIELD_TOO_LONG,
    /** The names of the columns once more. */
    HEADER,
    /** A total or a note, below the last row or between rows. */
    FOOTER;

    /** The name in answers and files, such as {@code too-many-fields}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public TableDraft {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    rejects = List.copyOf(rejects);
  }
}
