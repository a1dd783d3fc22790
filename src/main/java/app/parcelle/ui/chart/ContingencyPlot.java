package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import app.parcelle.engine.message.Texts;

/**
 * Two ways to group the same customers against each other: where a group of one (a row) went in the other (columns), as shares
 * of the row. Style class {@code contingency-plot}.
 */
public final class ContingencyPlot extends Region {
  private static final double CAPTION = 24;

  private final Texts texts;
  private final List<String> rowNames;
  private final List<String> columnNames;
  private final int[][] counts;
  private final Label down;
  private final Label across;
  private final ScoreGrid grid;
  private BiConsumer<Integer, Integer> chosen = (_, _) -> {};

  /**
   * @param name what it shows, for people who do not see it
   * @param first what the rows are
   * @param second what the columns are
   * @param counts rows x columns
   */
  public ContingencyPlot(String name, String first, List<String> rowNames, String second,
      List<String> columnNames, int[][] counts, Texts texts) {
    this.texts = texts;
    this.rowNames = List.copyOf(rowNames);
    this.columnNames = List.copyOf(columnNames);
    this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    getStyleClass().add("contingency-plot");
    setAccessibleText(name);
    down = ClusterChart.label(texts.text("charts.contingency.rows", first), "tick");
    across = ClusterChart.label(texts.text("charts.contingency.columns", second), "tick");
    grid = new ScoreGrid(name, rowNames, columnNames, IntStream.range(0, rowNames.size())
        .mapToObj(
            row -> IntStream.range(0, columnNames.size()).mapToObj(column -> cell(row, column)).toList())
        .toList());
    getChildren().addAll(down, across, grid);
  }

  /** @param taker takes the row and the column of a cell that was clicked, from 0 on */
  public void whenChosen(BiConsumer<Integer, Integer> taker) {
    chosen = taker;
  }

  private double share(int row, int column) {
    int total = Arrays.stream(counts[row]).sum();
    return total == 0 ? 0 : (double) counts[row][column] / total;
  }

  private ScoreGrid.Cell cell(int row, int column) {
    double share = share(row, column);
    return new ScoreGrid.Cell(share, counts[row][column] == 0 ? "" : texts.text("charts.percent", share),
        texts.text("charts.contingency.one", rowNames.get(row), columnNames.get(column), share,
            counts[row][column]),
        () -> chosen.accept(row, column));
  }

  /** A row a group of the first: its name, how many went to each of the second, and all. */
  public ChartRows rows() {
    List<String> columns = new ArrayList<>(List.of(""));
    columns.addAll(columnNames);
    columns.add(texts.text("charts.shares.all"));
    return new ChartRows(columns, IntStream.range(0, rowNames.size()).mapToObj(row -> {
      List<String> said = new ArrayList<>(List.of(rowNames.get(row)));
      Arrays.stream(counts[row]).forEach(count -> said.add(texts.text("charts.count", count)));
      said.add(texts.text("charts.count", Arrays.stream(counts[row]).sum()));
      return said;
    }).toList());
  }

  @Override
  protected double computePrefHeight(double width) {
    return grid.prefHeight(width) + 2 * CAPTION;
  }

  @Override
  protected void layoutChildren() {
    down.autosize();
    down.relocate(0, 0);
    double high = Math.min(grid.prefHeight(-1), getHeight() - 2 * CAPTION);
    grid.resizeRelocate(0, CAPTION, getWidth(), high);
    across.autosize();
    across.relocate(getWidth() - across.getWidth() - 4, CAPTION + high + 2);
  }
}
