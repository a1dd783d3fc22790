package app.parcelle.ui.chart;

import java.util.List;

/**
 * What a chart shows, as a table.
 *
 * @param columns their names
 * @param rows each with a text for every column
 */
public record ChartRows(List<String> columns, List<List<String>> rows) {
  public ChartRows {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
