package app.parcelle.ui.intake;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
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

  /** How a correction would be read, as a person writes it; null where it still cannot be. */
  @Nullable
  String reading(TableVersion table, Doubt doubt, String text);

  /**
   * Tries again with corrections, as one step of the journal.
   *
   * @param corrections by what they are for; a blank text for a value that is treated as missing
   */
  Mended mend(TableVersion table, Map<Doubt.Key, String> corrections, JobContext job);

  /**
   * What a correction came to.
   *
   * @param values cells that have a value now, or are missing because the person said so
   * @param rows that are part of the table now
   */
  record Mended(long values, long rows) {}
}
