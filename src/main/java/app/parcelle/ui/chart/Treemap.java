package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Parts of a whole as tiles whose areas are in proportion; style class {@code treemap}. Laid out by the squarified algorithm of
 * Bruls, Huizing and van Wijk, "Squarified Treemaps", 2000. Tab goes from tile to tile, Enter does what a click does.
 */
public final class Treemap extends Region {
  private static final double GAP = 3;
  private static final double PADDING = 16;
  private static final double FRAME = 10;
  /** As wide as a name, cut, still tells something. */
  private static final double LEAST_TITLE = 44;

  private final List<Tile> tiles;
  private final List<VBox> boxes = new ArrayList<>();

  /**
   * One part.
   *
   * @param size in proportion to the others
   * @param style class of its colour
   * @param title in it
   * @param figure under the title
   * @param words in full, for its tooltip and for people who do not see it
   * @param action what a click does
   */
  public record Tile(double size, String style, String title, String figure, String words, Runnable action) {}

  /** @param name what it shows, for people who do not see it */
  public Treemap(String name, List<Tile> tiles) {
    this.tiles = tiles.stream()
        .filter(tile -> tile.size() > 0)
        .sorted(Comparator.comparingDouble(Tile::size).reversed())
        .toList();
    getStyleClass().add("treemap");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(name);
    setPrefHeight(220);
    setMinHeight(120);
    this.tiles.forEach(tile -> boxes.add(box(tile)));
    getChildren().setAll(boxes);
  }

  private static VBox box(Tile tile) {
    Label title = new Label(tile.title());
    title.getStyleClass().addAll("tile-title", "given");
    title.setTooltip(new Tooltip(tile.title()));
    title.setMinHeight(0);
    Label figure = new Label(tile.figure());
    figure.getStyleClass().add("tile-figure");
    figure.setMinHeight(0);
    VBox box = new VBox(title, figure);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().addAll("tile", tile.style());
    box.setFocusTraversable(true);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(tile.words());
    Tooltip.install(box, new Tooltip(tile.words()));
    box.setOnMouseClicked(_ -> tile.action().run());
    box.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        tile.action().run();
        event.consume();
      }
    });
    return box;
  }

  @Override
  protected void layoutChildren() {
    double total = tiles.stream().mapToDouble(Tile::size).sum();
    double x = 0;
    double y = 0;
    double width = getWidth();
    double height = getHeight();
    int from = 0;
    double rest = total;
    while (from < tiles.size() && width > 0 && height > 0) {
      boolean upright = width >= height;
      double side = upright ? height : width;
      double scale = width * height / rest;
      int to = from + 1;
      double sum = tiles.get(from).size();
      while (to < tiles.size() && worst(from, to + 1, sum + tiles.get(to).size(), side, scale) <= worst(from,
          to, sum, side, scale)) {
        sum += tiles.get(to).size();
        to++;
      }
      double thickness = sum * scale / side;
      row(from, to, x, y, upright, thickness, side / sum);
      x += upright ? thickness : 0;
      y += upright ? 0 : thickness;
      width -= upright ? thickness : 0;
      height -= upright ? 0 : thickness;
      rest -= sum;
      from = to;
    }
  }

  /** The greatest ratio of sides among the tiles of a row. */
  private double worst(int from, int to, double sum, double side, double scale) {
    double thickness = sum * scale / side;
    double worst = 1;
    for (int i = from; i < to; i++) {
      double length = tiles.get(i).size() * scale / thickness;
      worst = Math.max(worst, Math.max(length / thickness, thickness / length));
    }
    return worst;
  }

  private void row(int from, int to, double x, double y, boolean upright, double thickness, double perSize) {
    double along = 0;
    for (int i = from; i < to; i++) {
      double length = tiles.get(i).size() * perSize;
      VBox box = boxes.get(i);
      double w = Math.max(1, (upright ? thickness : length) - GAP);
      double h = Math.max(1, (upright ? length : thickness) - GAP);
      box.resizeRelocate(upright ? x : x + along, upright ? y + along : y, w, h);
      // what does not fit is in the tooltip; a name may be cut, never a figure, which says nothing without its name
      Label title = (Label) box.getChildren().getFirst();
      Label figure = (Label) box.getChildren().getLast();
      title.setVisible(h > 20 && w - PADDING >= Math.min(title.prefWidth(-1), LEAST_TITLE));
      figure.setVisible(title.isVisible() && figure.prefWidth(-1) <= w - PADDING
          && title.prefHeight(-1) + figure.prefHeight(-1) <= h - FRAME);
      along += length;
    }
  }
}
