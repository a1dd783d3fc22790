package app.parcelle.ui.segment;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.project.Trend;
import app.parcelle.ui.chart.Bars;
import app.parcelle.ui.theme.Parts;

/** How large the segment was at the ends of the last months. */
final class TrendView {
  private static final double HEIGHT = 36;

  private TrendView() {}

  static List<Node> of(Desk desk, @Nullable Trend trend) {
    if (trend == null) {
      return List.of();
    }
    DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM yyyy", desk.texts().locale());
    List<Bars.Bar> bars = trend.points()
        .stream()
        .map(point -> new Bars.Bar(Math.max(0, point.count()), words(desk, point), null))
        .toList();
    Bars chart = new Bars(desk.text("audience.trend.name",
        trend.points().stream().map(point -> words(desk, point)).collect(Collectors.joining(", "))), bars);
    chart.withKeys();
    chart.setMinHeight(HEIGHT);
    chart.setPrefHeight(HEIGHT);
    chart.setMaxHeight(HEIGHT);
    HBox ends = Parts.line(4,
        Parts.fixed(month.format(trend.points().getFirst().day()), "muted", "small"), Parts.gap(),
        Parts.fixed(month.format(trend.points().getLast().day()), "muted", "small"));
    return List.of(Parts.label(desk.text("audience.trend.title"), "heading"), chart, ends);
  }

  private static String words(Desk desk, Trend.Point point) {
    return desk.text("audience.trend.point", desk.figures().day(point.day()),
        point.count() < 0 ? "–" : desk.figures().count(point.count()),
        desk.figures().count(point.base()));
  }
}
