package app.parcelle.engine.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One column of rows just read, in the order of the source.
 *
 * @param name as in the header
 * @param meaning as far as the rows up to this draft's last tell; the draft handed over last tells it of the whole column
 * @param scale of all {@code chunks}; chunks of another scale have been multiplied
 * @param ambiguous see {@link Column#ambiguous()}
 * @param chunks all full but the last; text chunks share one dictionary or have one each
 * @param invalid the cells that could not be understood, ascending by row
 */
public record ColumnDraft(String name, ColumnType type, Role role, Meaning meaning, int scale,
    @Nullable String ambiguous, List<Chunk> chunks, List<InvalidCell> invalid) {

  /** A cell whose text does not fit its column's type; the row is kept, and so is the text. */
  public record InvalidCell(int row, String raw) {}

  public ColumnDraft {
    chunks = List.copyOf(chunks);
    invalid = List.copyOf(invalid);
  }
}
