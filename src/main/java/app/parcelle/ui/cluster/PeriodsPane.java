package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.PeriodComparison;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.Flows;
import app.parcelle.ui.chart.Swatches;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** The same search on an earlier day: whether the clusters are the same, and who went from one to another. */
final class PeriodsPane extends VBox {
  private static final List<Integer> MONTHS = List.of(3, 6, 12);

  private final Showing showing;
  private final ClusterWords words;
  private final CompareViewModel compare;
  private final VBox below = new VBox(12);
  private final InvalidationListener change = _ -> show();

  PeriodsPane(Showing showing) {
    super(12);
    setPadding(new Insets(10, 0, 12, 0));
    this.showing = showing;
    this.words = showing.words();
    this.compare = showing.model().compare();
    compare.periods().addListener(new WeakInvalidationListener(change));
    compare.goingBack().addListener(new WeakInvalidationListener(change));
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().setAll(days(), below);
    show();
  }

  private Wrapping days() {
    Label since = Parts.fixed(words.text("comparison.since"), "section-label");
    Wrapping days = new Wrapping(since);
    days.setHgap(8);
    for (int months : MONTHS) {
      Button preset = Parts.button(words.text("comparison.since.months", months),
          () -> compare.monthsBefore(showing.found(), months));
      preset.setId("since-" + months);
      days.getChildren().add(preset);
    }
    DatePicker day = new DatePicker();
    day.setId("since-day");
    day.setPrefWidth(190);
    day.setPromptText(words.text("comparison.since.day"));
    day.setAccessibleText(words.text("comparison.since.day"));
    day.valueProperty().addListener((_, _, chosen) -> {
      if (chosen != null) {
        compare.asOf(showing.found(), chosen);
      }
    });
    days.getChildren().add(day);
    return days;
  }

  private void show() {
    PeriodComparison periods = compare.periods().get();
    if (compare.goingBack().get()) {
      below.getChildren()
          .setAll(new Waiting(words.text("comparison.job.periods"), compare.goingBackProgress(), words,
              "cancel-comparison", compare::cancel));
    } else if (periods == null) {
      below.getChildren().setAll(Parts.wrapped(words.text("comparison.periods.empty"), "muted"));
    } else {
      below.getChildren().setAll(said(periods));
      if (periods.both() > 0) {
        below.getChildren().add(flows(periods));
      }
    }
  }

  private VBox said(PeriodComparison periods) {
    VBox said = new VBox(4,
        Parts.label(words.text("comparison.periods.days", periods.earlier(), periods.later()), "heading"));
    said.getStyleClass().add("notice");
    said.setId("periods-said");
    for (Message sentence : periods.words()) {
      said.getChildren().add(Parts.wrapped(words.text(sentence)));
    }
    Wrapping beside = new Wrapping(Parts.chip(words.text("comparison.entered", periods.entered())),
        Parts.chip(words.text("comparison.left", periods.left())));
    if (periods.moved() > 0) {
      Button movers = Parts.button(words.text("comparison.movers", periods.moved()), () -> segment(periods));
      movers.setId("segment-of-movers");
      beside.getChildren().add(movers);
    }
    said.getChildren().add(beside);
    return said;
  }

  /** Those who moved are selected in all diagrams, and opened as a segment. */
  private void segment(PeriodComparison periods) {
    Found found = showing.found();
    long[] moved = Bits.of(found.clustering().all());
    for (int customer : periods.movers()) {
      Bits.set(moved, customer);
    }
    long[] rows = Bits.where(found.result().points().rows(),
        point -> Bits.get(moved, found.clustering().customerOfPoint(point)));
    showing.model().picked().select(rows);
    showing.model().makeSegmentOfSelection(found, words.text("comparison.movers.name", periods.earlier()));
  }

  private VBox flows(PeriodComparison periods) {
    List<String> names = new ArrayList<>(showing.names());
    List<String> styles = new ArrayList<>();
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      styles.add(Swatches.style(cluster));
    }
    for (int cluster : periods.gone()) {
      styles.add(Swatches.style(names.size() + 1));
      names.add(words.text("comparison.flows.gone", cluster));
    }
    names.add(words.text("comparison.flows.none"));
    styles.add(Swatches.style(0));
    int[][] moves = periods.flows();
    Flows flows = new Flows(words.text("comparison.flows.name"), names, styles, moves,
        (from, to) -> words.text("comparison.flows.band", moves[from][to], names.get(from), names.get(to)));
    flows.setId("periods-flows");
    VBox frame = showing.frame("periods", words.text("comparison.flows"), flows, () -> rows(names, moves));
    VBox.setVgrow(frame, Priority.ALWAYS);
    return frame;
  }

  private ChartRows rows(List<String> names, int[][] moves) {
    List<List<String>> rows = new ArrayList<>();
    for (int from = 0; from < moves.length; from++) {
      for (int to = 0; to < moves.length; to++) {
        if (moves[from][to] > 0) {
          rows.add(List.of(names.get(from), names.get(to), words.count(moves[from][to])));
        }
      }
    }
    return new ChartRows(List.of(words.text("comparison.flows.from"), words.text("comparison.flows.to"),
        words.text("comparison.flows.customers")), rows);
  }
}
