package app.parcelle.engine.cluster.prepare;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.message.Message;

/**
 * The rows of a sheet that take part, on the scale on which distances are measured.
 *
 * @param points the rows that take part
 * @param rowOf the row of the sheet of each point, ascending
 * @param dimensions what each column of the numbers is, in their order
 * @param kept the column of the sheet of each kept category, in their order
 * @param missing rows of the sheet that were left out because a value was missing
 * @param outliers rows of the sheet that were set aside, ascending
 * @param fitted by which later rows are prepared the same way
 * @param warnings what a person should know, such as a field that was left out because everyone has the same value
 */
public record Prepared(MixedPoints points, int[] rowOf, List<Dimension> dimensions, List<Integer> kept,
    int missing,
    int[] outliers, Fitted fitted, List<Message> warnings) {
  public Prepared {
    dimensions = List.copyOf(dimensions);
    kept = List.copyOf(kept);
    warnings = List.copyOf(warnings);
  }

  /**
   * One column of the numbers.
   *
   * @param column of the sheet
   * @param name of the field
   * @param level of the category for which it stands, {@link Fitted#OTHERS} for all rare ones; null for a number
   * @param isIndicator whether it says that the value was missing
   */
  public record Dimension(int column, String name, @Nullable String level, boolean isIndicator) {}
}
