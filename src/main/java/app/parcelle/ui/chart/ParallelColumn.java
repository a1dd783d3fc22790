package app.parcelle.ui.chart;

import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/** What stands at one axis of parallel coordinates: its line, words and the range that rows have to pass. */
final class ParallelColumn {
  private static final double REACH = 12;
  private static final double STEP = 0.05;

  final Line line = new Line();
  /** Takes the mouse. */
  final Rectangle field = new Rectangle();
  final Rectangle range = new Rectangle();
  final Label title;
  final Label low;
  final Label high;
  /** Shares of the axis from its lower end; null where all of it passes. */
  double @Nullable [] brushed;
  /** Where a range that is being drawn was begun. */
  double pressed;

  /** @param ends values at the lower and at the upper end */
  ParallelColumn(ParallelAxis axis, double[] ends) {
    title = ClusterChart.given(axis.name());
    title.setAlignment(Pos.CENTER);
    low = ClusterChart.label(axis.words().apply(ends[0]), "tick");
    high = ClusterChart.label(axis.words().apply(ends[1]), "tick");
    line.getStyleClass().add("axis");
    field.getStyleClass().add("field");
    field.setCursor(Cursor.V_RESIZE);
    range.getStyleClass().add("range");
    line.setMouseTransparent(true);
    range.setMouseTransparent(true);
  }

  /** Its range a step up or down, as far as there is room; the upper or the lower half where there is none yet. */
  double[] moved(boolean up) {
    double[] now = brushed;
    if (now == null) {
      return up ? new double[]{0.5, 1} : new double[]{0, 0.5};
    }
    double by = Math.clamp(up ? STEP : -STEP, -now[0], 1 - now[1]);
    return new double[]{now[0] + by, now[1] + by};
  }

  /** Its range a step wider or narrower at both ends; the middle half where there is none yet. */
  double[] widened(boolean wider) {
    double[] now = brushed;
    if (now == null) {
      return new double[]{0.25, 0.75};
    }
    double by = wider ? STEP : -STEP;
    double from = Math.clamp(now[0] - by, 0, 1);
    double to = Math.clamp(now[1] + by, 0, 1);
    return to - from >= STEP / 2 ? new double[]{from, to} : now;
  }

  /** Puts all but the words in their place. */
  void place(double x, double top, double bottom) {
    BoxPlots.line(line, x + 0.5, top, x + 0.5, bottom);
    BoxPlots.rectangle(field, x - REACH, top, 2 * REACH, bottom - top);
    double[] now = brushed;
    range.setVisible(now != null);
    if (now != null) {
      double from = bottom - now[1] * (bottom - top);
      double to = bottom - now[0] * (bottom - top);
      BoxPlots.rectangle(range, x - REACH / 2, from, REACH, Math.max(2, to - from));
    }
  }
}
