package app.parcelle.ui.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.Mends;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableVersion;

/** What of a table was not understood, a page at a time, and how it is mended. */
interface MendingSource {
  /** The equal texts of a column, or of all, the most frequent first; at most {@code limit}. */
  List<Doubt> values(TableVersion table, @Nullable Column column, int limit, JobContext job);

  /**
   * Cells in the order of the source.
   *
   * @param after the last that is known; null from the first on
   */
  List<Doubt> cells(TableVersion table, @Nullable Column column, @Nullable Doubt after, int limit);

  /** Records that are no rows, in the order of the source; for one reason, or for all. */
  List<Doubt> rows(TableVersion table, @Nullable Reason reason, @Nullable Doubt after, int limit);

  /** What a text would be read as in a column; empty where it still says nothing there. */
  Optional<Mends.Value> reading(TableVersion table, Column column, String text, JobContext job);

  /**
   * Tries again with corrections.
   *
   * @param corrections by what they are for; a blank text for a value that is treated as missing, and for a row that is put aside
   */
  Mended mend(TableVersion table, Map<Doubt, String> corrections, JobContext job);

  /** One rule for many: tries all values of a column, or of all, with a part of their texts replaced. */
  Mended replaceInValues(TableVersion table, List<Column> columns, String part, String by, JobContext job);

  /** One rule for many: reads all rows again in which a part can be replaced. */
  Mended replaceInRows(TableVersion table, String part, String by, JobContext job);

  /**
   * What corrections came to.
   *
   * @param values cells that have a value now, or are missing because the person said so
   * @param rows that are part of the table now
   * @param still how many texts still say nothing, or are no rows
   */
  record Mended(long values, long rows, long still) {
    static final Mended NOTHING = new Mended(0, 0, 0);

    Mended and(Mended other) {
      return new Mended(values + other.values, rows + other.rows, still + other.still);
    }
  }
}
