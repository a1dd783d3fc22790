package app.parcelle.ui.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.profile.PairPicture;
import app.parcelle.engine.profile.PairPicture.Box;
import app.parcelle.engine.profile.PairPicture.Boxes;
import app.parcelle.engine.profile.PairPicture.Counts;
import app.parcelle.engine.profile.PairPicture.Points;
import app.parcelle.engine.table.Column;
import app.parcelle.ui.chart.BoxBar;
import app.parcelle.ui.chart.Scatter;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** A small picture of a pair: a cloud of two numbers, a box for each category, or the most frequent combinations. */
final class PairChart extends VBox {
  private static final double CLOUD = 180;
  private static final double NAME = 96;
  private static final int COMBINATIONS = 10;

  private final ProfileWords words;
  private final Column first;
  private final Column second;

  PairChart(ProfileWords words, Column first, Column second, PairPicture picture) {
    super(6);
    this.words = words;
    this.first = first;
    this.second = second;
    setId("profile-pair-chart");
    getChildren().setAll(switch (picture) {
      case Points points -> cloud(points);
      case Boxes boxes -> boxes(boxes);
      case Counts counts -> combinations(counts);
    });
  }

  private List<Node> cloud(Points points) {
    if (points.x().isEmpty()) {
      return List.of();
    }
    long minX = Collections.min(points.x());
    long maxX = Collections.max(points.x());
    long minY = Collections.min(points.y());
    long maxY = Collections.max(points.y());
    Scatter cloud = new Scatter(words.text("profile.pair.of", first.name(), second.name()),
        points.x().stream().mapToDouble(x -> place(x, minX, maxX)).toArray(),
        points.y().stream().mapToDouble(y -> place(y, minY, maxY)).toArray());
    cloud.setMinHeight(CLOUD);
    cloud.setPrefHeight(CLOUD);
    return List.of(
        Parts.wrapped(words.text("profile.pair.up", second.name(), words.value(second, minY),
            words.value(second, maxY)), "small", "muted"),
        cloud,
        Parts.wrapped(words.text("profile.pair.right", first.name(), words.value(first, minX),
            words.value(first, maxX)), "small", "muted"));
  }

  private List<Node> boxes(Boxes boxes) {
    long low = boxes.groups().stream().mapToLong(Box::low).min().orElse(0);
    long high = boxes.groups().stream().mapToLong(Box::high).max().orElse(0);
    Column number = boxes.number();
    List<Node> lines = new ArrayList<>();
    lines.add(Parts.wrapped(words.text("profile.pair.boxes", number.name(), words.value(number, low),
        words.value(number, high)), "small", "muted"));
    for (Box box : boxes.groups()) {
      String name = words.frequent(boxes.category(), box.category());
      String told = words.text("profile.pair.box", name, box.rows(), words.value(number, box.median()),
          words.value(number, box.first()), words.value(number, box.third()));
      BoxBar bar = new BoxBar(told, place(box.low(), low, high), place(box.first(), low, high),
          place(box.median(), low, high), place(box.third(), low, high), place(box.high(), low, high));
      Tooltip.install(bar, new Tooltip(told));
      HBox.setHgrow(bar, Priority.ALWAYS);
      lines.add(line(name, bar));
    }
    return lines;
  }

  private List<Node> combinations(Counts counts) {
    record Combination(String name, long rows) {}
    List<Combination> all = new ArrayList<>();
    for (int i = 0; i < counts.first().size(); i++) {
      for (int j = 0; j < counts.second().size(); j++) {
        all.add(new Combination(words.text("profile.pair.both", words.frequent(first, counts.first().get(i)),
            words.frequent(second, counts.second().get(j))), counts.rows().get(i).get(j)));
      }
    }
    all.sort(Comparator.comparingLong(Combination::rows).reversed());
    List<Node> lines = new ArrayList<>();
    lines.add(Parts.wrapped(words.text("profile.pair.combinations"), "small", "muted"));
    for (Combination one : all.stream().filter(one -> one.rows() > 0).limit(COMBINATIONS).toList()) {
      ShareBar bar = new ShareBar(50, 8);
      bar.show((double) one.rows() / all.getFirst().rows());
      Label name = Parts.given(one.name());
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      HBox line = new HBox(8, name, bar, Parts.fixed(words.count(one.rows()), "small", "muted"));
      line.setAlignment(Pos.CENTER_LEFT);
      lines.add(line);
    }
    return lines;
  }

  private static HBox line(String name, Node bar) {
    Label label = Parts.given(name);
    label.setMinWidth(NAME);
    label.setPrefWidth(NAME);
    HBox line = new HBox(8, label, bar);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Where a value is between two others, 0 to 1. */
  private static double place(long value, long low, long high) {
    return high == low ? 0.5 : ((double) value - low) / ((double) high - low);
  }
}
