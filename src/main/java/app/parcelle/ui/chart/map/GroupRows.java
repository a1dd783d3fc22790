package app.parcelle.ui.chart.map;

import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.Picked;

/** A map of points as a table: a row a group. */
final class GroupRows {
  private GroupRows() {}

  /** @param selected one bit a row; none at all where none is selected */
  static ChartRows of(PointCloud cloud, long[] selected, Texts texts) {
    int[] counts = cloud.counts();
    int[] chosen = new int[counts.length];
    for (int row = 0; row < cloud.size() && selected.length > 0; row++) {
      chosen[cloud.groups()[row]] += cloud.drawn(row) && Picked.has(selected, row) ? 1 : 0;
    }
    double[] centres = cloud.centres();
    return new ChartRows(
        List.of(texts.text("charts.column.cluster"), texts.text("charts.column.rows"),
            texts.text("charts.column.selected"), texts.text("charts.column.x"),
            texts.text("charts.column.y")),
        IntStream.range(counts[0] > 0 ? 0 : 1, counts.length)
            .mapToObj(group -> List.of(
                group == 0 ? texts.text("charts.no-cluster") : texts.text("charts.cluster", group),
                texts.text("charts.count", counts[group]), texts.text("charts.count", chosen[group]),
                texts.text("charts.number", centres[2 * group]),
                texts.text("charts.number", centres[2 * group + 1])))
            .toList());
  }
}
