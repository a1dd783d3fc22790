package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * A square of pairs, each as strongly coloured as it is strong: blue above 0, orange below. The lower half is drawn, names at
 * the left and below. Style class {@code heat-map}. Arrows move from pair to pair, Enter chooses one.
 */
public final class HeatMap extends Region {
  private static final double LONGEST_NAME = 150;
  private static final double LARGEST = 80;
  private static final double LEAST_WITH_FIGURE = 34;
  private static final double FAINTEST = 0.06;
  private static final double STRONG = 0.6;
  private static final double GAP = 2;

  private final String name;
  private final List<String> names;
  private final Pairs pairs;
  private final List<Label> left = new ArrayList<>();
  private final List<Label> below = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final Rectangle frame = new Rectangle();
  private final Tooltip tooltip = new Tooltip();
  private BiConsumer<Integer, Integer> chosen = (_, _) -> {};
  private int row = 1;
  private int column;

  /** What is known of the pairs, by the numbers of two rows. */
  public interface Pairs {
    /** -1 to 1; NaN where there is none. */
    double strength(int a, int b);

    /** Within a cell, as short as can be. */
    String figure(int a, int b);

    /** In full. */
    String words(int a, int b);
  }

  private record Cell(int row, int column, Rectangle field, Label figure) {}

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the rows, which are the columns too
   */
  public HeatMap(String name, List<String> names, Pairs pairs) {
    this.name = name;
    this.names = List.copyOf(names);
    this.pairs = pairs;
    getStyleClass().add("heat-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setFocusTraversable(true);
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        left.add(label(names.get(i), Pos.CENTER_RIGHT));
      }
      if (i < names.size() - 1) {
        Label turned = label(names.get(i), Pos.CENTER_RIGHT);
        turned.setRotate(-90);
        below.add(turned);
      }
      for (int j = 0; j < i; j++) {
        cells.add(cell(i, j));
      }
    }
    frame.getStyleClass().add("frame");
    frame.setMouseTransparent(true);
    frame.setVisible(false);
    cells.forEach(cell -> getChildren().addAll(cell.field(), cell.figure()));
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
    focusedProperty().subscribe(focused -> frame.setVisible(focused && !cells.isEmpty()));
  }

  /** @param chosen takes the rows of the pair that was clicked */
  public void whenChosen(BiConsumer<Integer, Integer> chosen) {
    this.chosen = chosen;
  }

  private static Label label(String text, Pos where) {
    Label label = new Label(text);
    label.getStyleClass().addAll("given", "small");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setTooltip(new Tooltip(text));
    label.setAlignment(where);
    return label;
  }

  private Cell cell(int i, int j) {
    double strength = pairs.strength(i, j);
    Rectangle field = new Rectangle();
    field.getStyleClass().addAll("field", Double.isNaN(strength) ? "none" : strength < 0 ? "below" : "above");
    if (!Double.isNaN(strength)) {
      field.setOpacity(FAINTEST + (1 - FAINTEST) * Math.abs(strength));
    }
    Label figure = new Label(pairs.figure(i, j));
    figure.getStyleClass().addAll("figure-in-cell", Math.abs(strength) > STRONG ? "on-strong" : "on-faint");
    figure.setMouseTransparent(true);
    figure.setAlignment(Pos.CENTER);
    return new Cell(i, j, field, figure);
  }

  private boolean point(MouseEvent event) {
    for (Cell cell : cells) {
      if (cell.field().contains(event.getX(), event.getY())) {
        point(cell.row(), cell.column());
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
    tooltip.setText(pairs.words(row, column));
    setAccessibleText(name + ". " + pairs.words(row, column));
    frame.setVisible(true);
    frame();
  }

  /** Puts the frame around the pair that is pointed at. */
  private void frame() {
    for (Cell cell : cells) {
      if (cell.row() == row && cell.column() == column) {
        place(frame, cell.field().getX(), cell.field().getY(), cell.field().getWidth());
      }
    }
  }

  private void choose() {
    chosen.accept(row, column);
  }

  private void key(KeyEvent event) {
    int last = names.size() - 1;
    switch (event.getCode()) {
      case UP -> point(Math.max(column + 1, row - 1), column);
      case DOWN -> point(Math.min(last, row + 1), column);
      case LEFT -> point(row, Math.max(0, column - 1));
      case RIGHT -> point(row, Math.min(row - 1, column + 1));
      case ENTER, SPACE -> choose();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = Math.min(LONGEST_NAME, widest(left));
    double nameHeight = Math.min(LONGEST_NAME, widest(below));
    int n = Math.max(1, names.size() - 1);
    double room = Math.min((getWidth() - nameWidth - 8) / n, (getHeight() - nameHeight - 8) / n);
    double size = Math.floor(Math.clamp(room, 4, LARGEST));
    double offset = Math.floor(Math.max(0, getWidth() - nameWidth - 8 - n * size) / 2);
    double x0 = offset + nameWidth + 8;
    for (Cell cell : cells) {
      double x = x0 + cell.column() * size;
      double y = (cell.row() - 1) * size;
      place(cell.field(), x, y, size - GAP);
      cell.figure().setVisible(size >= LEAST_WITH_FIGURE);
      cell.figure().resizeRelocate(x, y, size - GAP, size - GAP);
    }
    frame();
    boolean legible = size >= 9;
    for (int i = 0; i < left.size(); i++) {
      left.get(i).setVisible(legible);
      left.get(i).resizeRelocate(offset, i * size, nameWidth, size - GAP);
    }
    double top = n * size + 6;
    for (int i = 0; i < below.size(); i++) {
      Label label = below.get(i);
      label.setVisible(legible);
      // turned around its middle
      double middleX = x0 + i * size + (size - GAP) / 2;
      double middleY = top + nameHeight / 2;
      label.resizeRelocate(middleX - nameHeight / 2, middleY - (size - GAP) / 2, nameHeight, size - GAP);
    }
  }

  private static double widest(List<Label> labels) {
    return labels.stream().mapToDouble(label -> Math.ceil(label.prefWidth(-1))).max().orElse(0);
  }

  private static void place(Rectangle rectangle, double x, double y, double size) {
    rectangle.setX(x);
    rectangle.setY(y);
    rectangle.setWidth(size);
    rectangle.setHeight(size);
  }
}
