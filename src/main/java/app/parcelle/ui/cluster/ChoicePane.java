package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.cluster.quality.Choice.Candidate;
import app.parcelle.engine.cluster.quality.Hopkins;
import app.parcelle.ui.chart.KChoiceChart;
import app.parcelle.ui.chart.KChoiceChart.Measure;
import app.parcelle.ui.theme.Parts;

/** How well each number of clusters does, which is recommended and why. */
final class ChoicePane extends VBox {
  private final ClusterWords words;
  private final List<Candidate> candidates;

  ChoicePane(Showing showing, Choice choice) {
    super(10);
    this.words = showing.words();
    this.candidates = choice.candidates();
    KChoiceChart chart = new KChoiceChart(words.text("clusters.choice"), candidates.getFirst().k(),
        measures(choice),
        choice.recommended().orElse(0), showing.found().result().k(), showing.model()::choose, words.texts());
    var frame = showing.frame("choice", words.text("clusters.choice"), chart, chart::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().setAll(recommendation(showing, choice), frame);
  }

  private List<Measure> measures(Choice choice) {
    DoubleFunction<String> two = value -> words.text("clusters.choice.two", value);
    List<Measure> measures = new ArrayList<>(List.of(
        measure("clusters.measure.silhouette", Candidate::silhouette, best(Candidate::silhouette), two),
        measure("clusters.measure.inertia", Candidate::inertia, choice.elbow().orElse(0),
            value -> words.count(Math.round(value))),
        new Measure(words.text("clusters.measure.gap"), values(Candidate::gap), values(Candidate::gapError),
            byGap(choice), two),
        measure("clusters.measure.stability", Candidate::stability, best(Candidate::stability),
            words::percent)));
    measures.removeIf(measure -> Arrays.stream(measure.values()).allMatch(Double::isNaN));
    return measures;
  }

  private Measure measure(String key, ToDoubleFunction<Candidate> value, int best,
      DoubleFunction<String> said) {
    return new Measure(words.text(key), values(value), new double[0], best, said); // keys: clusters.measure.*
  }

  /** The number of clusters that the gap statistic speaks for; 0 where that is one, or none of those compared. */
  private static int byGap(Choice choice) {
    int k = choice.byGap().orElse(0);
    return k < 2 ? 0 : k;
  }

  private double[] values(ToDoubleFunction<Candidate> value) {
    return candidates.stream().mapToDouble(value).toArray();
  }

  /** The number of clusters where a measure is highest; 0 where it is nowhere known. */
  private int best(ToDoubleFunction<Candidate> value) {
    return candidates.stream()
        .filter(candidate -> !Double.isNaN(value.applyAsDouble(candidate)))
        .max(Comparator.comparingDouble(value))
        .map(Candidate::k)
        .orElse(0);
  }

  private VBox recommendation(Showing showing, Choice choice) {
    VBox card = OverviewPane.recommendation(words, choice);
    List<String> said = new ArrayList<>(List.of(words.text(Hopkins.words(choice.hopkins()))));
    int rows = showing.found().result().points().rows();
    if (choice.silhouetteRows() < rows) {
      said.add(words.text("clusters.sample", choice.silhouetteRows()));
    }
    if (choice.gapRows() < rows) {
      said.add(words.text("clusters.sample.gap", choice.gapRows()));
    }
    if (choice.stabilityRows() < rows) {
      said.add(words.text("clusters.sample.stability", choice.stabilityRows()));
    }
    card.getChildren().add(Parts.wrapped(String.join(" ", said), "muted", "small"));
    return card;
  }
}
