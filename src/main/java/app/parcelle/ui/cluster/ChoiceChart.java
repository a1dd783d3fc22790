package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.quality.Choice;

/**
 * Separation (silhouette) and spread (inertia) by the number of clusters, each from its lowest to its highest value; a click
 * on a number chooses it, and so do the arrows.
 */
final class ChoiceChart extends Region {
  private static final double HEIGHT = 132;
  private static final double AXIS = 20;
  private static final double TOP = 8;

  private final List<Integer> numbers;
  private final List<Double> separation;
  private final List<Double> spread;
  private final List<Region> bands = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Circle> dots = new ArrayList<>();
  private final Polyline separationLine = new Polyline();
  private final Polyline spreadLine = new Polyline();

  ChoiceChart(ClusterResult result, Choice choice, ClusterWords words, IntConsumer choose) {
    numbers = choice.candidates().stream().map(Choice.Candidate::k).toList();
    separation = choice.candidates().stream().map(Choice.Candidate::silhouette).toList();
    spread = choice.candidates().stream().map(Choice.Candidate::inertia).toList();
    getStyleClass().add("choice-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(words.text("clusters.choice") + ". " + numbers.stream()
        .map(k -> words.text("clusters.choice.point", k, separation.get(numbers.indexOf(k))))
        .collect(Collectors.joining(", ")));
    setFocusTraversable(true);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    for (int i = 0; i < numbers.size(); i++) {
      addNumber(i, result, choose);
    }
    separationLine.getStyleClass().addAll("separation");
    spreadLine.getStyleClass().addAll("spread");
    separationLine.setMouseTransparent(true);
    spreadLine.setMouseTransparent(true);
    getChildren().addAll(bands);
    getChildren().addAll(spreadLine, separationLine);
    getChildren().addAll(dots);
    getChildren().addAll(labels);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> move(event, result.k(), choose));
  }

  private void addNumber(int i, ClusterResult result, IntConsumer choose) {
    int k = numbers.get(i);
    boolean chosen = k == result.k();
    Region band = new Region();
    band.getStyleClass().add("band");
    if (result.recommended().isPresent() && result.recommended().getAsInt() == k) {
      band.getStyleClass().add("recommended");
    }
    band.setOnMouseClicked(_ -> choose.accept(k));
    Label label = new Label(Integer.toString(k));
    label.getStyleClass().add(chosen ? "chosen" : "number");
    label.setMouseTransparent(true);
    Circle dot = new Circle(chosen ? 4.5 : 2.5);
    dot.getStyleClass().add("separation");
    dot.setMouseTransparent(true);
    bands.add(band);
    labels.add(label);
    dots.add(dot);
  }

  private void move(KeyEvent event, int chosen, IntConsumer choose) {
    int step = switch (event.getCode()) {
      case LEFT -> -1;
      case RIGHT -> 1;
      default -> 0;
    };
    if (step != 0 && numbers.contains(chosen + step)) {
      choose.accept(chosen + step);
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    double step = getWidth() / numbers.size();
    double bottom = getHeight() - AXIS;
    separationLine.getPoints().clear();
    spreadLine.getPoints().clear();
    for (int i = 0; i < numbers.size(); i++) {
      double x = (i + 0.5) * step;
      bands.get(i).resizeRelocate(i * step, 0, step, getHeight());
      Label label = labels.get(i);
      label.autosize();
      label.relocate(snapPositionX(x - label.getWidth() / 2), bottom + 2);
      double y = height(separation, i, bottom);
      separationLine.getPoints().addAll(x, y);
      spreadLine.getPoints().addAll(x, height(spread, i, bottom));
      dots.get(i).setCenterX(x);
      dots.get(i).setCenterY(y);
    }
  }

  private static double height(List<Double> values, int i, double bottom) {
    double low = values.stream().min(Double::compare).orElse(0.0);
    double high = values.stream().max(Double::compare).orElse(1.0);
    double share = high > low ? (values.get(i) - low) / (high - low) : 0.5;
    return bottom - TOP - share * (bottom - 2 * TOP);
  }
}
