package app.parcelle.engine.project;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.store.TableDifference;

/**
 * What rows that come into a table change.
 *
 * @param imported what was read, and the table as it is then
 * @param rowsBefore of the table; its rows then = {@code rowsBefore - rowsReplaced + imported.rowsStored()}
 * @param rowsReplaced rows that the table had and that went
 * @param fit which columns the source has
 * @param customers by customer; null where the table has none
 * @param orders by order; null where the table has no orders
 * @param segments the saved segments, in their order
 */
public record RefreshReport(ImportReport imported, long rowsBefore, long rowsReplaced, Fit fit,
    @Nullable TableDifference customers, @Nullable TableDifference orders, List<SegmentChange> segments) {

  public RefreshReport {
    segments = List.copyOf(segments);
  }

  /**
   * Who has come into a saved segment, and who has left it.
   *
   * @param before how many members it had; -1 where it could not be computed
   * @param after how many it has; -1 where it cannot be computed
   * @param entered one bit a customer number; not to be written to
   * @param left one bit a customer number; not to be written to
   * @param error why it cannot be computed; null where it can
   */
  public record SegmentChange(String id, String name, int before, int after, long[] entered, long[] left,
      @Nullable Message error) {}
}
