package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * Rows and columns of cells, each as strongly coloured as it is great; style class {@code heat-map}. Arrows move from cell to cell,
 * Enter does what a click does.
 */
public final class ScoreGrid extends Region {
  private static final double FAINTEST = 0.06;
  private static final double STRONG = 0.6;
  private static final double GAP = 2;
  private static final double TALLEST = 64;
  private static final double NAME_BELOW = 22;
  private static final double LONGEST_NAME = 220;

  private final String name;
  private final List<Label> left = new ArrayList<>();
  private final List<Label> below = new ArrayList<>();
  private final List<List<Cell>> rows;
  private final List<Rectangle> fields = new ArrayList<>();
  private final List<Label> figures = new ArrayList<>();
  private final Rectangle frame = new Rectangle();
  private final Tooltip tooltip = new Tooltip();
  private int row;
  private int column;

  /**
   * One cell.
   *
   * @param strength from 0 to 1
   * @param figure within it, as short as can be
   * @param words in full
   * @param action what a click does
   */
  public record Cell(double strength, String figure, String words, Runnable action) {}

  /**
   * @param name what it shows, for people who do not see it
   * @param rows from top to bottom, each from left to right; all of one length
   */
  public ScoreGrid(String name, List<String> rowNames, List<String> columnNames, List<List<Cell>> rows) {
    this.name = name;
    this.rows = rows.stream().map(List::copyOf).toList();
    getStyleClass().addAll("heat-map", "score-grid");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setFocusTraversable(true);
    rows.forEach(cells -> cells.forEach(this::add));
    rowNames.forEach(text -> left.add(label(text, Pos.CENTER_RIGHT)));
    columnNames.forEach(text -> below.add(label(text, Pos.CENTER)));
    frame.getStyleClass().add("frame");
    frame.setMouseTransparent(true);
    frame.setVisible(false);
    getChildren().addAll(fields);
    getChildren().addAll(figures);
    getChildren().addAll(left);
    getChildren().addAll(below);
    getChildren().add(frame);
    tooltip.setShowDelay(Duration.millis(150));
    Tooltip.install(this, tooltip);
    setOnMouseMoved(this::point);
    setOnMouseExited(_ -> frame.setVisible(isFocused()));
    setOnMouseClicked(event -> {
      if (point(event)) {
        choose();
      }
    });
    setOnKeyPressed(this::key);
    focusedProperty().subscribe(focused -> {
      frame.setVisible(focused);
      if (focused) {
        point(row, column);
      }
    });
  }

  private static Label label(String text, Pos where) {
    Label label = ClusterChart.given(text);
    label.setAlignment(where);
    return label;
  }

  private void add(Cell cell) {
    Rectangle field = new Rectangle();
    field.getStyleClass().addAll("field", "above");
    field.setOpacity(FAINTEST + (1 - FAINTEST) * cell.strength());
    fields.add(field);
    Label figure = new Label(cell.figure());
    figure.getStyleClass().addAll("figure-in-cell", cell.strength() > STRONG ? "on-strong" : "on-faint");
    figure.setMouseTransparent(true);
    figure.setAlignment(Pos.CENTER);
    figures.add(figure);
  }

  private int columns() {
    return below.size();
  }

  private boolean point(MouseEvent event) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).contains(event.getX(), event.getY())) {
        point(i / columns(), i % columns());
        return true;
      }
    }
    tooltip.hide();
    frame.setVisible(isFocused());
    return false;
  }

  private void point(int toRow, int toColumn) {
    row = toRow;
    column = toColumn;
    String words = rows.get(row).get(column).words();
    tooltip.setText(words);
    setAccessibleText(name + ". " + words);
    frame.setVisible(true);
    frame();
  }

  private void frame() {
    Rectangle field = fields.get(row * columns() + column);
    frame.setX(field.getX());
    frame.setY(field.getY());
    frame.setWidth(field.getWidth());
    frame.setHeight(field.getHeight());
  }

  private void choose() {
    rows.get(row).get(column).action().run();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> point(Math.max(0, row - 1), column);
      case DOWN -> point(Math.min(rows.size() - 1, row + 1), column);
      case LEFT -> point(row, Math.max(0, column - 1));
      case RIGHT -> point(row, Math.min(columns() - 1, column + 1));
      case ENTER, SPACE -> choose();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows.size() * TALLEST + NAME_BELOW;
  }

  @Override
  protected double computeMinHeight(double width) {
    return rows.size() * 24 + NAME_BELOW;
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = ClusterChart.widest(left, LONGEST_NAME);
    double x0 = nameWidth + 8;
    double width = Math.floor((getWidth() - x0) / columns());
    double height = Math.floor(Math.min(TALLEST, (getHeight() - NAME_BELOW) / rows.size()));
    for (int i = 0; i < fields.size(); i++) {
      double x = x0 + i % columns() * width;
      int line = i / columns();
      double y = line * height;
      Rectangle field = fields.get(i);
      field.setX(x);
      field.setY(y);
      field.setWidth(width - GAP);
      field.setHeight(height - GAP);
      Label figure = figures.get(i);
      figure.setVisible(figure.prefWidth(-1) <= width);
      figure.resizeRelocate(x, y, width - GAP, height - GAP);
    }
    frame();
    for (int r = 0; r < left.size(); r++) {
      left.get(r).resizeRelocate(0, r * height, nameWidth, height - GAP);
    }
    for (int c = 0; c < below.size(); c++) {
      below.get(c).resizeRelocate(x0 + c * width, rows.size() * height + 2, width - GAP, NAME_BELOW - 2);
    }
  }
}
