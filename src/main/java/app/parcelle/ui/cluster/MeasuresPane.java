package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.algorithm.Partition.Detail;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.cluster.quality.Hopkins;
import app.parcelle.ui.theme.Parts;

/** How the clusters were found, step by step, and how good they are, in words and figures. */
final class MeasuresPane extends VBox {
  private final ClusterWords words;
  private final Found found;
  private final ClusterResult result;

  MeasuresPane(Showing showing) {
    super(12);
    this.words = showing.words();
    this.found = showing.found();
    this.result = found.result();
    VBox page = new VBox(18, preparation(), method(), quality(), technical());
    page.getStyleClass().addAll("card", "measures");
    getChildren().setAll(page);
  }

  private VBox preparation() {
    GridPane steps = grid();
    Pipeline pipeline = result.request().preparation();
    for (int i = 0; i < pipeline.fields().size(); i++) {
      line(steps, words.title(found.fields().get(i)), steps(i, pipeline.fields().get(i)));
    }
    line(steps, words.text("clusters.measures.aside"), result.prepared().outliers().length == 0
        ? words.text("clusters.measures.nobody")
        : words.text("clusters.measures.aside.count", result.prepared().outliers().length));
    line(steps, words.text("clusters.measures.missing"), result.prepared().missing() == 0
        ? words.text("clusters.measures.nobody")
        : words.text("clusters.measures.missing.count", result.prepared().missing()));
    for (Detail detail : result.partition().details()) {
      if (detail instanceof Detail.Sample(int rows)) {
        line(steps, words.text("clusters.measures.sample"),
            words.text("clusters.measures.sample.count", rows));
      }
    }
    VBox section = section("clusters.measures.preparation", steps);
    result.prepared()
        .warnings()
        .forEach(warning -> section.getChildren()
            .add(Parts.notice("warning",
                Parts.wrapped(words.text(warning)))));
    return section;
  }

  /** In the order in which they are done. */
  private String steps(int column, FieldSteps steps) {
    List<String> done = new ArrayList<>(List.of(words.text("clusters.measures.missing.step",
        said("clusters.steps.missing", steps.missing()))));
    if (found.numbers().contains(column)) {
      if (steps.winsorise() > 0) {
        done.add(words.text("clusters.steps.ends.share", words.percent(steps.winsorise())));
      }
      done.add(words.text("clusters.measures.shape.step", said("clusters.steps.shape", steps.shape())));
      done.add(words.text("clusters.measures.scale.step", said("clusters.steps.scale", steps.scale())));
    } else {
      done.add(said("clusters.steps.encoding", steps.encoding()));
    }
    done.add(words.text("clusters.measures.weight.step", steps.weight()));
    return String.join(" → ", done);
  }

  private String said(String key, Enum<?> value) {
    // keys: clusters.steps.missing.* clusters.steps.encoding.* clusters.steps.shape.* clusters.steps.scale.*
    return words.text(key + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private VBox method() {
    String name = AlgorithmText.name(result.request().algorithm());
    GridPane parameters = grid();
    AlgorithmText.written(result.request().algorithm()).forEach((parameter, value) -> {
      boolean word = parameter.equals("linkage") || parameter.equals("covariance");
      // keys: clusters.parameter.*
      line(parameters, words.text("clusters.parameter." + parameter),
          word ? words.text("clusters.parameter." + parameter + "." + value) : value);
    });
    line(parameters, words.text("clusters.choice.k"),
        words.text(found.asked().k() == null ? "clusters.measures.k.found" : "clusters.measures.k.asked",
            result.k()));
    // keys: clusters.method.*
    return section("clusters.method", Parts.wrapped(words.text("clusters.method." + name), "heading"),
        Parts.wrapped(words.text("clusters.method." + name + ".what"), "muted"), parameters);
  }

  private VBox quality() {
    GridPane figures = grid();
    ClusterResult.Separation separation = result.separation();
    figure(figures, "clusters.quality.silhouette", separation.silhouette());
    figure(figures, "clusters.quality.davies-bouldin", separation.daviesBouldin());
    figure(figures, "clusters.quality.calinski-harabasz", separation.calinskiHarabasz());
    Choice choice = result.choice();
    if (choice != null) {
      choice.candidates()
          .stream()
          .filter(candidate -> candidate.k() == result.k())
          .forEach(candidate -> figure(figures, "clusters.quality.stability", candidate.stability()));
      line(figures, words.text("clusters.quality.hopkins"), words.text(Hopkins.words(choice.hopkins())));
    }
    return section("clusters.measures.quality", figures);
  }

  private void figure(GridPane figures, String key, double value) {
    if (!Double.isNaN(value)) {
      // keys: clusters.quality.*
      line(figures, words.text(key),
          words.text("clusters.measures.figure", value, words.text(key + ".what")));
    }
  }

  private TitledPane technical() {
    GridPane details = grid();
    line(details, words.text("clusters.technical.seed"), Long.toString(result.request().seed()));
    line(details, words.text("clusters.technical.threads"), words.count(result.threads()));
    line(details, words.text("clusters.technical.rows"), words.count(result.points().rows()));
    line(details, words.text("clusters.technical.dimensions"),
        words.count(result.prepared().dimensions().size() + result.prepared().kept().size()));
    for (Detail detail : result.partition().details()) {
      switch (detail) {
        case Detail.Inertia(double value) ->
          line(details, words.text("clusters.technical.inertia"), words.one(value));
        case Detail.Cost(double cost) ->
          line(details, words.text("clusters.technical.cost"), words.one(cost));
        case Detail.Likelihood(double logLikelihood, double bic) -> {
          line(details, words.text("clusters.technical.likelihood"), words.one(logLikelihood));
          line(details, words.text("clusters.technical.bic"), words.one(bic));
        }
        case Detail.Radius(double eps, int minPoints, _) -> line(details,
            words.text("clusters.technical.radius"),
            words.text("clusters.technical.radius.used", eps, minPoints));
        case Detail.Tree _,Detail.Belonging _,Detail.Sample _ -> {
        }
      }
    }
    TitledPane pane = new TitledPane(words.text("clusters.technical"), details);
    pane.setId("technical-details");
    pane.setExpanded(false);
    return pane;
  }

  private VBox section(String key, Node... content) {
    VBox section = new VBox(6, Parts.label(words.text(key), "section-label")); // keys: clusters.measures.*
    section.getChildren().addAll(content);
    return section;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(14, 6);
    ColumnConstraints name = new ColumnConstraints(130, 160, 200);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    return grid;
  }

  private static void line(GridPane grid, String name, String value) {
    int row = grid.getRowCount();
    var said = Parts.wrapped(name, "muted");
    GridPane.setValignment(said, VPos.TOP);
    grid.addRow(row, said, Parts.wrapped(value));
  }
}
