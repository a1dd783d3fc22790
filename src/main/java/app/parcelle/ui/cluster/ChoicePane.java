package app.parcelle.ui.cluster;

import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.ui.theme.Parts;

/** How well each number of clusters does, as a chart or a table, and which is recommended and why. */
final class ChoicePane extends VBox {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private boolean asTable;

  ChoicePane(ClusterViewModel model, ClusterWords words) {
    this.model = model;
    this.words = words;
    setSpacing(8);
    InvalidationListener change = _ -> build();
    model.found().addListener(change);
    build();
  }

  private void build() {
    Found found = model.found().get();
    Choice choice = found == null ? null : found.result().choice();
    if (found == null || choice == null) {
      getChildren().clear();
      return;
    }
    ClusterResult result = found.result();
    Hyperlink other = new Hyperlink(words.text(asTable ? "clusters.choice.chart" : "clusters.choice.table"));
    other.getStyleClass().add("small");
    other.setOnAction(_ -> {
      asTable = !asTable;
      build();
    });
    HBox heading = new HBox(Parts.label(words.text("clusters.choice"), "heading"), Parts.gap(), other);
    heading.setAlignment(Pos.BASELINE_LEFT);
    getChildren().setAll(heading);
    if (asTable) {
      getChildren().add(table(result, choice));
    } else {
      getChildren().addAll(new ChoiceChart(result, choice, words, model::choose), legend());
    }
    getChildren().add(recommendation(found, choice));
  }

  private HBox legend() {
    HBox separation = new HBox(4, line("separation"),
        Parts.label(words.text("clusters.separation"), "small"));
    HBox spread = new HBox(4, line("spread"), Parts.label(words.text("clusters.spread"), "small"));
    separation.setAlignment(Pos.CENTER_LEFT);
    spread.setAlignment(Pos.CENTER_LEFT);
    return new HBox(12, separation, spread);
  }

  private static Region line(String style) {
    Region line = new Region();
    line.getStyleClass().addAll("legend-line", style);
    return line;
  }

  private GridPane table(ClusterResult result, Choice choice) {
    GridPane table = new GridPane();
    table.getStyleClass().add("choice-table");
    for (int column = 0; column < 3; column++) {
      ColumnConstraints wide = new ColumnConstraints();
      wide.setHgrow(Priority.ALWAYS);
      wide.setHalignment(HPos.RIGHT);
      table.getColumnConstraints().add(wide);
    }
    table.addRow(0, Parts.label(words.text("clusters.choice.k"), "section-label"),
        Parts.label(words.text("clusters.separation"), "section-label"),
        Parts.label(words.text("clusters.spread"), "section-label"));
    int row = 1;
    for (Choice.Candidate candidate : choice.candidates()) {
      int k = candidate.k();
      Hyperlink choose = new Hyperlink(words.count(k));
      choose.setOnAction(_ -> model.choose(k));
      Label separation = new Label(words.text("clusters.choice.two", candidate.silhouette()));
      Label spread = new Label(words.count(Math.round(candidate.inertia())));
      if (k == result.k()) {
        separation.getStyleClass().add("heading");
        spread.getStyleClass().add("heading");
      }
      table.addRow(row++, choose, separation, spread);
    }
    return table;
  }

  private VBox recommendation(Found found, Choice choice) {
    ClusterResult result = found.result();
    boolean clear = result.recommended().isPresent();
    String title = clear
        ? words.text("clusters.recommended", result.recommended().getAsInt())
        : words.text("clusters.recommended.none");
    VBox card = new VBox(4, Parts.wrapped(title, "heading"), Parts.wrapped(words.text(choice.reason())));
    if (choice.silhouetteRows() < found.clustered()) {
      card.getChildren()
          .add(Parts.wrapped(words.text("clusters.sample", choice.silhouetteRows()), "muted", "small"));
    }
    card.getStyleClass().add("notice");
    if (!clear) {
      card.getStyleClass().add("warning");
    }
    return card;
  }
}
