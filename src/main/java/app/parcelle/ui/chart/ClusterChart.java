package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * A chart that has parts for clusters. Pointing at a part makes its cluster stand out in all charts that share what is picked, a
 * click keeps it so; parts of other clusters fade. By keyboard the arrows go from part to part, and Enter does what a click does.
 */
abstract class ClusterChart extends Region {
  private static final double FADED = 0.25;

  final Picked picked;
  private final String name;
  private final List<Part> parts = new ArrayList<>();
  private final List<Part> stops = new ArrayList<>();
  private final Tooltip tooltip = new Tooltip();
  private int stop = -1;
  /** Held weakly by what is picked, which lives longer than the chart. */
  private final ChangeListener<Number> highlight = (_, _, _) -> fade();

  /** @param cluster it is of; 0 for none, and it never fades */
  private record Part(int cluster, String words, Node node) {}

  /**
   * @param style class of the chart
   * @param name what it shows, for people who do not see it
   */
  ClusterChart(String style, String name, Picked picked) {
    this.name = name;
    this.picked = picked;
    getStyleClass().addAll("cluster-chart", style);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setFocusTraversable(true);
    tooltip.setShowDelay(Duration.millis(150));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    picked.highlightedProperty().addListener(new WeakChangeListener<>(highlight));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** A part that says something when it is pointed at, and that the arrows come to. */
  final <N extends Node> N stop(int cluster, String words, N node) {
    part(cluster, words, node);
    stops.add(parts.getLast());
    return node;
  }

  /** A part that the mouse finds, and the arrows do not. */
  final <N extends Node> N part(int cluster, String words, N node) {
    Part part = new Part(cluster, words, node);
    parts.add(part);
    node.setOnMouseEntered(_ -> point(part));
    node.setOnMouseExited(_ -> leave());
    node.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        requestFocus();
        choose(cluster);
      }
    });
    return node;
  }

  /** Forgets all parts, before others take their place. */
  final void forget() {
    parts.clear();
    stops.clear();
    stop = -1;
  }

  /** What a click on a part of a cluster does. */
  void choose(int cluster) {
    picked.choose(cluster);
  }

  private void point(Part part) {
    stop = stops.indexOf(part);
    tooltip.setText(part.words());
    Tooltip.install(this, tooltip);
    setAccessibleText(name + ". " + part.words());
    picked.hover(part.cluster());
  }

  private void leave() {
    Tooltip.uninstall(this, tooltip);
    setAccessibleText(name);
    picked.hover(0);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || stops.isEmpty() || event.isConsumed()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, UP -> point(stops.get(Math.max(0, stop - 1)));
      case RIGHT, DOWN -> point(stops.get(Math.min(stops.size() - 1, stop + 1)));
      case HOME -> point(stops.getFirst());
      case END -> point(stops.getLast());
      case ENTER, SPACE -> {
        if (stop >= 0) {
          choose(stops.get(stop).cluster());
        }
      }
      default -> {
        if (event.getCode() != KeyCode.ESCAPE || picked.chosenProperty().get() == 0) {
          return;
        }
        picked.choose(0);
      }
    }
    event.consume();
  }

  /** Lets the parts of other clusters fade. */
  final void fade() {
    int highlighted = picked.highlightedProperty().get();
    for (Part part : parts) {
      boolean stands = highlighted == 0 || part.cluster() == 0 || part.cluster() == highlighted;
      part.node().setOpacity(stands ? 1 : FADED);
    }
  }

  /** A label that takes no clicks. */
  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMouseTransparent(true);
    return label;
  }

  /** A name a person gave, shortened where there is no room. */
  static Label given(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("given", "small");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  static double widest(List<Label> labels, double most) {
    return Math.min(most,
        labels.stream().mapToDouble(label -> Math.ceil(label.prefWidth(-1))).max().orElse(0));
  }

  /** Puts the middle of a label somewhere, whole within the chart from left to right. */
  final void centre(Label label, double x, double y) {
    label.autosize();
    double most = Math.max(0, getWidth() - label.getWidth());
    label.relocate(Math.rint(Math.clamp(x - label.getWidth() / 2, 0, most)),
        Math.rint(y - label.getHeight() / 2));
  }
}
