package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.util.Duration;

import app.parcelle.engine.message.Texts;

/**
 * How well each number of clusters does by several measures, one below the other over the same numbers; style class
 * {@code k-choice-chart}. The recommended number is marked. A click on a number chooses it; so do Enter and Space after the
 * arrows have gone there.
 */
public final class KChoiceChart extends Region {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final double AXIS = 40;
  private static final double TITLE = 20;
  private static final double GAP = 8;
  private static final double GUTTER = 44;
  private static final double LEAST_PANEL = 62;
  private static final double RADIUS = 3;

  private final String name;
  private final int first;
  private final int count;
  private final List<Measure> measures;
  private final IntConsumer choose;
  private final Texts texts;
  private final List<Region> bands = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final List<Panel> panels = new ArrayList<>();
  private final Label mark;
  private final int recommended;
  private int chosen;
  private int pointed;

  /**
   * One measure of how well a number of clusters does.
   *
   * @param name with which direction is better, such as "silhouette, higher is better"
   * @param values one a number of clusters; NaN where it is not known
   * @param errors half the length of each error bar; none at all where there are none
   * @param best the number of clusters that this measure speaks for; 0 for none
   * @param words puts a value into words
   */
  public record Measure(String name, double[] values, double[] errors, int best,
      DoubleFunction<String> words) {}

  private record Panel(Measure measure, double low, double high, Label title, Label top, Label bottom,
      Line base, Path line, Path bars, List<Circle> dots) {}

  /**
   * @param name what it shows, for people who do not see it
   * @param first the least number of clusters
   * @param recommended number; 0 for none
   * @param chosen number that is shown elsewhere; 0 for none
   * @param choose takes a number that was chosen
   */
  public KChoiceChart(String name, int first, List<Measure> measures, int recommended, int chosen,
      IntConsumer choose, Texts texts) {
    this.name = name;
    this.first = first;
    this.measures = List.copyOf(measures);
    this.count = measures.stream().mapToInt(measure -> measure.values().length).max().orElse(0);
    this.recommended = recommended;
    this.choose = choose;
    this.texts = texts;
    getStyleClass().add("k-choice-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    mark = ClusterChart.label(texts.text("charts.k.recommended"), "recommended-mark");
    mark.setVisible(recommended > 0);
    for (int k = first; k < first + count; k++) {
      band(k);
    }
    getChildren().addAll(bands);
    measures.forEach(this::panel);
    getChildren().addAll(numbers);
    getChildren().add(mark);
    setMinHeight(measures.size() * (LEAST_PANEL + GAP) + AXIS);
    setMinWidth(GUTTER + 18.0 * count);
    show(chosen);
    setOnMouseExited(_ -> point(0));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** @param k that is shown elsewhere now; 0 for none */
  public void show(int k) {
    chosen = k;
    for (int i = 0; i < count; i++) {
      numbers.get(i).pseudoClassStateChanged(PseudoClass.getPseudoClass("chosen"), first + i == k);
    }
    point(0);
  }

  private void band(int k) {
    Region band = new Region();
    band.getStyleClass().add("band");
    if (k == recommended) {
      band.getStyleClass().add("recommended");
    }
    band.setOnMouseEntered(_ -> point(k));
    band.setOnMouseClicked(_ -> {
      requestFocus();
      choose.accept(k);
    });
    Tooltip tip = new Tooltip(words(k));
    tip.setShowDelay(Duration.millis(150));
    Tooltip.install(band, tip);
    bands.add(band);
    numbers.add(ClusterChart.label(texts.text("charts.count", k), "number"));
  }

  private void panel(Measure measure) {
    double[] values = measure.values();
    double[] errors = measure.errors();
    double low = IntStream.range(0, values.length)
        .mapToDouble(i -> values[i] - (errors.length == 0 ? 0 : errors[i]))
        .filter(value -> !Double.isNaN(value))
        .min()
        .orElse(0);
    double high = IntStream.range(0, values.length)
        .mapToDouble(i -> values[i] + (errors.length == 0 ? 0 : errors[i]))
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(1);
    List<Circle> dots = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Circle dot = new Circle(first + i == measure.best() ? RADIUS + 2 : RADIUS);
      dot.getStyleClass().addAll("dot", first + i == measure.best() ? "best" : "plain");
      dot.setMouseTransparent(true);
      dot.setVisible(!Double.isNaN(values[i]));
      dots.add(dot);
    }
    Path line = path("line");
    Path bars = path("error");
    Line base = new Line();
    base.getStyleClass().add("grid");
    base.setMouseTransparent(true);
    Panel panel = new Panel(measure, low, high > low ? high : low + 1,
        ClusterChart.label(measure.name(), "panel-title"),
        ClusterChart.label(measure.words().apply(high), "tick"),
        ClusterChart.label(measure.words().apply(low), "tick"), base, line, bars, dots);
    panel.bottom().setVisible(high > low);
    panels.add(panel);
    getChildren().addAll(base, line, bars, panel.title(), panel.top(), panel.bottom());
    getChildren().addAll(dots);
  }

  private static Path path(String style) {
    Path path = new Path();
    path.getStyleClass().add(style);
    path.setMouseTransparent(true);
    return path;
  }

  private String words(int k) {
    String figures = measures.stream()
        .filter(measure -> !Double.isNaN(measure.values()[k - first]))
        .map(measure -> texts.text("charts.k.figure", measure.name(),
            measure.words().apply(measure.values()[k - first])))
        .collect(Collectors.joining("; "));
    return texts.text(k == recommended ? "charts.k.one.recommended" : "charts.k.one", k, figures);
  }

  private void point(int k) {
    pointed = k;
    for (int i = 0; i < count; i++) {
      bands.get(i).pseudoClassStateChanged(POINTED, first + i == k);
    }
    int said = k > 0 ? k : recommended;
    setAccessibleText(said == 0 ? name : name + ". " + words(said));
  }

  private void key(KeyEvent event) {
    if (count == 0 || event.isShortcutDown()) {
      return;
    }
    int from = pointed > 0 ? pointed : chosen > 0 ? chosen : Math.max(first, recommended);
    switch (event.getCode()) {
      case LEFT, DOWN -> point(Math.max(first, from - 1));
      case RIGHT, UP -> point(Math.min(first + count - 1, from + 1));
      case HOME -> point(first);
      case END -> point(first + count - 1);
      case ENTER, SPACE -> choose.accept(from);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** A row a number of clusters, with every measure. */
  public ChartRows rows() {
    List<String> columns = new ArrayList<>(List.of(texts.text("charts.k")));
    measures.forEach(measure -> columns.add(measure.name()));
    columns.add("");
    return new ChartRows(columns, IntStream.range(0, count).mapToObj(i -> {
      List<String> row = new ArrayList<>(List.of(texts.text("charts.count", first + i)));
      for (Measure measure : measures) {
        double value = measure.values()[i];
        row.add(Double.isNaN(value) ? "" : measure.words().apply(value));
      }
      row.add(first + i == recommended ? texts.text("charts.k.recommended") : "");
      return row;
    }).toList());
  }

  @Override
  protected double computePrefHeight(double width) {
    return measures.size() * 110 + AXIS;
  }

  @Override
  protected void layoutChildren() {
    double gutter = Math.max(GUTTER, panels.stream()
        .mapToDouble(panel -> Math.max(panel.top().prefWidth(-1), panel.bottom().prefWidth(-1)) + 8)
        .max()
        .orElse(0));
    double step = Math.max(1, (getWidth() - gutter) / Math.max(1, count));
    double bottom = getHeight() - AXIS;
    double panel = bottom / Math.max(1, panels.size());
    for (int i = 0; i < count; i++) {
      bands.get(i).resizeRelocate(Math.rint(gutter + i * step), 0, Math.rint(step) - 1, bottom + 20);
      centre(numbers.get(i), gutter + (i + 0.5) * step, bottom + 10);
    }
    if (recommended > 0) {
      centre(mark, gutter + (recommended - first + 0.5) * step, bottom + 31);
    }
    for (int i = 0; i < panels.size(); i++) {
      place(panels.get(i), i * panel, panel - GAP, gutter, step);
    }
  }

  private void place(Panel panel, double top, double height, double gutter, double step) {
    double from = top + TITLE + RADIUS + 2;
    double to = top + height - RADIUS - 2;
    panel.title().autosize();
    panel.title().relocate(gutter + 4, top);
    tick(panel.top(), gutter, from);
    tick(panel.bottom(), gutter, to);
    BoxPlots.line(panel.base(), gutter, Math.rint(top + height) + 0.5, getWidth(),
        Math.rint(top + height) + 0.5);
    panel.line().getElements().clear();
    panel.bars().getElements().clear();
    double[] values = panel.measure().values();
    double[] errors = panel.measure().errors();
    boolean drawing = false;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        drawing = false;
        continue;
      }
      double x = gutter + (i + 0.5) * step;
      double y = y(panel, values[i], from, to);
      panel.line().getElements().add(drawing ? new LineTo(x, y) : new MoveTo(x, y));
      drawing = true;
      panel.dots().get(i).setCenterX(x);
      panel.dots().get(i).setCenterY(y);
      if (errors.length > 0 && errors[i] > 0) {
        bar(panel.bars(), x, y(panel, values[i] + errors[i], from, to),
            y(panel, values[i] - errors[i], from, to));
      }
    }
  }

  private static double y(Panel panel, double value, double from, double to) {
    return to - (value - panel.low()) / (panel.high() - panel.low()) * (to - from);
  }

  private static void bar(Path bars, double x, double up, double down) {
    bars.getElements()
        .addAll(Arrays.asList(new MoveTo(x, up), new LineTo(x, down), new MoveTo(x - 3, up),
            new LineTo(x + 3, up), new MoveTo(x - 3, down), new LineTo(x + 3, down)));
  }

  private static void tick(Label tick, double right, double y) {
    tick.autosize();
    tick.relocate(Math.rint(right - tick.getWidth() - 4), Math.rint(y - tick.getHeight() / 2));
  }

  private static void centre(Label label, double x, double y) {
    label.autosize();
    label.relocate(Math.rint(x - label.getWidth() / 2), Math.rint(y - label.getHeight() / 2));
  }
}
