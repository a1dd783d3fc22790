package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import app.parcelle.ui.theme.Parts;

/**
 * How many went from each group at the left to each at the right, as bands in proportion (a Sankey diagram); style class {@code
 * flows}. Each band says in its tooltip what it is; the table beside it is for people who do not see it.
 */
public final class Flows extends Region {
  private static final double BAR = 9;
  private static final double LINE = 18;
  private static final double GAP = 8;
  private static final double NAME = 170;

  private final List<String> names;
  private final int[][] moves;
  private final List<Rectangle> from = new ArrayList<>();
  private final List<Rectangle> to = new ArrayList<>();
  private final List<Label> fromNames = new ArrayList<>();
  private final List<Label> toNames = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();

  private record Band(int from, int to, Path path) {}

  /** What a band says. */
  public interface Words {
    String of(int from, int to);
  }

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the groups, the same at both sides
   * @param styles their colours, one class each
   * @param moves names x names counts, from and to
   */
  public Flows(String name, List<String> names, List<String> styles, int[][] moves, Words words) {
    this.names = List.copyOf(names);
    this.moves = moves;
    getStyleClass().add("flows");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setMinHeight(160);
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        if (moves[i][j] > 0) {
          Path path = new Path();
          path.getStyleClass().addAll("band", styles.get(i));
          Tooltip tooltip = new Tooltip(words.of(i, j));
          tooltip.setShowDelay(Duration.millis(150));
          Tooltip.install(path, tooltip);
          bands.add(new Band(i, j, path));
        }
      }
      from.add(bar(styles.get(i)));
      to.add(bar(styles.get(i)));
      fromNames.add(label(names.get(i), Pos.CENTER_RIGHT));
      toNames.add(label(names.get(i), Pos.CENTER_LEFT));
    }
    bands.forEach(band -> getChildren().add(band.path()));
    getChildren().addAll(from);
    getChildren().addAll(to);
    getChildren().addAll(fromNames);
    getChildren().addAll(toNames);
  }

  private static Rectangle bar(String style) {
    Rectangle bar = new Rectangle();
    bar.getStyleClass().addAll("bar", style);
    return bar;
  }

  private static Label label(String text, Pos where) {
    Label label = Parts.given(text);
    label.getStyleClass().add("small");
    label.setAlignment(where);
    return label;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 260;
  }

  @Override
  protected void layoutChildren() {
    double[] out = new double[names.size()];
    double[] in = new double[names.size()];
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        out[i] += moves[i][j];
        in[j] += moves[i][j];
      }
    }
    double total = Arrays.stream(out).sum();
    long shown = Math.max(count(out), count(in));
    double unit = total == 0 ? 0 : Math.max(0, getHeight() - GAP * Math.max(0, shown - 1)) / total;
    double left = NAME + 6;
    double right = getWidth() - NAME - 6 - BAR;
    double[] fromY = side(from, fromNames, out, unit, left, 0, NAME);
    double[] toY = side(to, toNames, in, unit, right, right + BAR + 6, NAME);
    for (Band band : bands) {
      double height = moves[band.from()][band.to()] * unit;
      draw(band.path(), left + BAR, fromY[band.from()], right, toY[band.to()], height);
      fromY[band.from()] += height;
      toY[band.to()] += height;
    }
  }

  private static long count(double[] sizes) {
    return Arrays.stream(sizes).filter(size -> size > 0).count();
  }

  private static double[] side(List<Rectangle> bars, List<Label> labels, double[] sizes, double unit,
      double x,
      double nameX, double nameWidth) {
    double[] tops = new double[sizes.length];
    double y = 0;
    double free = 0;
    for (int i = 0; i < sizes.length; i++) {
      Rectangle bar = bars.get(i);
      double height = sizes[i] * unit;
      tops[i] = y;
      bar.setX(x);
      bar.setY(y);
      bar.setWidth(BAR);
      bar.setHeight(height);
      bar.setVisible(sizes[i] > 0);
      Label label = labels.get(i);
      // two lines where its bar is as high
      label.setWrapText(height >= 2 * LINE);
      double lines = height >= 2 * LINE ? Math.clamp(label.prefHeight(nameWidth), LINE, 2 * LINE) : LINE;
      double middle = y + (height - lines) / 2;
      label.setVisible(sizes[i] > 0 && (height >= 14 || middle >= free));
      label.resizeRelocate(nameX, Math.max(free, middle), nameWidth, lines);
      if (label.isVisible()) {
        free = Math.max(free, middle) + lines - 2;
      }
      y += sizes[i] > 0 ? height + GAP : 0;
    }
    return tops;
  }

  private static void draw(Path path, double x1, double y1, double x2, double y2, double height) {
    double middle = (x1 + x2) / 2;
    path.getElements()
        .setAll(new MoveTo(x1, y1), new CubicCurveTo(middle, y1, middle, y2, x2, y2),
            new LineTo(x2, y2 + height),
            new CubicCurveTo(middle, y2 + height, middle, y1 + height, x1, y1 + height), new ClosePath());
  }
}
