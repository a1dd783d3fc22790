package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.rule.Confusion;
import app.parcelle.engine.cluster.rule.RuleCandidate;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.ui.theme.Parts;

/** A rule that stands for a cluster: how simple or precise is chosen, how well it does is said, whom it gets wrong is listed. */
final class RulePane extends VBox {
  private static final int LISTED = 12;

  private final Showing showing;
  private final ClusterWords words;
  private final int cluster;
  private final Runnable close;
  private final Label sentence = Parts.wrapped("", "rule-sentence");
  private final Label conditions = Parts.fixed("", "small", "muted");
  private final FlowPane figures = new FlowPane(6, 4);
  private final VBox wrong = new VBox(4);
  private final Hyperlink disagree = new Hyperlink();
  private final Button open;

  RulePane(Showing showing, int cluster, Runnable close) {
    super(6);
    this.showing = showing;
    this.words = showing.words();
    this.cluster = cluster;
    this.close = close;
    open = Parts.button(words.text("clusters.make.open"), () -> {});
    open.setId("open-segment");
    getChildren().setAll(new Waiting(words.text("clusters.make.looking"), showing.model().jobs(),
        ClusterViewModel.rulesKey(cluster), words, "cancel-rules", close));
    showing.model().rules(showing.found(), cluster, this::show, close);
  }

  private void show(RulePath path) {
    if (path.candidates().isEmpty()) {
      getChildren().setAll(Parts.wrapped(words.text("clusters.make.no-rule"), "muted"),
          Parts.button(words.text("clusters.make.cancel"), close, "quiet", "small"));
      return;
    }
    disagree.setId("rule-disagreements");
    disagree.getStyleClass().add("small");
    disagree.setOnAction(_ -> {
      wrong.setVisible(!wrong.isVisible());
      said();
    });
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setVisible(false);
    said();
    getChildren().setAll(slider(path), sentence, figures,
        Parts.wrapped(words.text("clusters.make.held", path.heldOut()), "muted", "small"), disagree, wrong,
        SegmentMaker.ending(words, open, close));
    open.requestFocus();
  }

  private void said() {
    disagree.setText(words.text(wrong.isVisible() ? "clusters.make.agree" : "clusters.make.disagree"));
  }

  private VBox slider(RulePath path) {
    int last = path.candidates().size() - 1;
    Slider slider = new Slider(0, Math.max(1, last), last);
    slider.setId("rule-precision");
    slider.setAccessibleText(words.text("clusters.make.slider"));
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setBlockIncrement(1);
    slider.setSnapToTicks(true);
    slider.setDisable(last == 0);
    slider.setMinWidth(60);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider.valueProperty()
        .subscribe(
            value -> show(path.candidates().get(Math.clamp(Math.round(value.doubleValue()), 0, last))));
    HBox line = Parts.line(6, Parts.fixed(words.text("clusters.make.short"), "small"), slider,
        Parts.fixed(words.text("clusters.make.faithful"), "small"));
    VBox both = new VBox(2, line, conditions);
    both.setAlignment(Pos.CENTER);
    return both;
  }

  private void show(RuleCandidate rule) {
    Confusion held = rule.heldOut();
    conditions.setText(words.text("clusters.make.step", rule.conditions()));
    sentence.setText(Sentence.of(rule.rule(), showing.model().source().fields(), words.texts()));
    figures.getChildren()
        .setAll(figure("clusters.make.precision", held.precision()),
            figure("clusters.make.recall", held.recall()),
            figure("clusters.make.coverage", rule.all().coverage()));
    wrong.getChildren()
        .setAll(list("clusters.make.wrong-in", rule.falseIn()),
            list("clusters.make.wrong-out", rule.falseOut()));
    open.setOnAction(_ -> {
      showing.model().openRule(rule, words.name(showing.model(), cluster));
      close.run();
    });
  }

  private Label figure(String key, double share) {
    // keys: clusters.make.*
    Label figure = Parts.chip(words.text(key, words.percent(share)));
    figure.setTooltip(new Tooltip(words.text(key + ".what")));
    return figure;
  }

  /** Some of the customers of these rows of the sheet, by their keys. */
  private Label list(String key, int[] rows) {
    String some = Arrays.stream(rows)
        .limit(LISTED)
        .mapToObj(row -> showing.model().source().key(showing.found().clustering().customers()[row]))
        .collect(Collectors.joining(", "));
    String ending = rows.length > LISTED ? some + "…" : some;
    // keys: clusters.make.*
    return Parts.wrapped(
        words.text(key, rows.length, rows.length == 0 ? words.text("clusters.make.nobody") : ending),
        "small");
  }
}
