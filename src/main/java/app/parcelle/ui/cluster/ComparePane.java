package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.Comparison;
import app.parcelle.engine.cluster.quality.Agreement;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.ChartFrame;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.ContingencyPlot;
import app.parcelle.ui.chart.HeatMap;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Several methods beside each other: how well each does, how far they agree, and where their clusters meet. */
final class ComparePane extends VBox {
  private static final int FEWEST = 2;

  private final Showing showing;
  private final ClusterWords words;
  private final CompareViewModel compare;
  private final VBox below = new VBox(12);
  private final VBox meeting = new VBox(6);
  private final InvalidationListener change = _ -> show();

  ComparePane(Showing showing) {
    super(12);
    setPadding(new Insets(10, 0, 12, 0));
    this.showing = showing;
    this.words = showing.words();
    this.compare = showing.model().compare();
    compare.compared().addListener(new WeakInvalidationListener(change));
    compare.comparing().addListener(new WeakInvalidationListener(change));
    meeting.setMinWidth(320);
    HBox.setHgrow(meeting, Priority.ALWAYS);
    getChildren().setAll(methods(), below);
    show();
  }

  private VBox methods() {
    Wrapping boxes = new Wrapping();
    boxes.setHgap(14);
    compare.ticks().forEach((method, ticked) -> {
      CheckBox box = new CheckBox(name(method));
      box.setId("compare-" + method);
      box.selectedProperty().bindBidirectional(ticked);
      boxes.getChildren().add(box);
    });
    Button run = Parts.button(words.text("comparison.run"), () -> compare.compare(showing.found()));
    run.setId("compare-methods");
    run.setMinWidth(USE_PREF_SIZE);
    var few = Parts.label(words.text("comparison.few"), "muted", "small");
    var tooFew = Bindings.createBooleanBinding(() -> compare.ticked().size() < FEWEST,
        compare.ticks().values().toArray(Observable[]::new));
    run.disableProperty().bind(tooFew.or(compare.comparing()));
    few.visibleProperty().bind(tooFew);
    return new VBox(8, Parts.label(words.text("comparison.methods"), "section-label"), boxes,
        Parts.line(10, run, few));
  }

  private String name(String method) {
    return words.text("clusters.method." + method); // keys: clusters.method.*
  }

  private void show() {
    Compared compared = compare.compared().get();
    if (compare.comparing().get()) {
      below.getChildren()
          .setAll(new Waiting(words.text("comparison.job.compare"), compare.comparingProgress(), words,
              "cancel-comparison", compare::cancel));
    } else if (compared == null) {
      below.getChildren()
          .setAll(Parts.wrapped(words.text("comparison.empty", Math.max(2, showing.found().result().k())),
              "muted"));
    } else {
      List<String> names = compared.methods().stream().map(this::name).toList();
      below.getChildren().setAll(new CompareTable(compared, names, showing));
      compared.failures()
          .forEach(failure -> below.getChildren()
              .add(Parts.notice("warning", Parts.label(name(failure.method()), "heading"),
                  Parts.wrapped(words.text(failure.why())))));
      if (names.size() >= FEWEST) {
        below.getChildren().add(agreement(compared, names));
      }
    }
  }

  private HBox agreement(Compared compared, List<String> names) {
    HeatMap heat = new HeatMap(words.text("comparison.agreement"), names, pairs(compared, names));
    heat.setId("compare-agreement");
    heat.setMinHeight(200);
    heat.whenChosen((row, column) -> meet(compared, names, column, row));
    ChartFrame frame = showing.frame("compare-agreement", words.text("comparison.agreement"), heat,
        () -> rows(compared, names));
    VBox left = new VBox(6, frame, Parts.wrapped(words.text("comparison.agreement.how"), "muted", "small"));
    left.setPrefWidth(360);
    left.setMinWidth(300);
    meet(compared, names, 0, 1);
    return new HBox(12, left, meeting);
  }

  private HeatMap.Pairs pairs(Compared compared, List<String> names) {
    return new HeatMap.Pairs() {
      @Override
      public double strength(int a, int b) {
        return Math.clamp(compared.comparison().agreement(a, b).adjustedRand(), -1, 1);
      }

      @Override
      public String figure(int a, int b) {
        return words.text("comparison.figure", strength(a, b));
      }

      @Override
      public String words(int a, int b) {
        return words.text("comparison.agreement.pair", names.get(a), names.get(b), strength(a, b)) + ". "
            + words.text(Comparison.words(strength(a, b)));
      }
    };
  }

  private ChartRows rows(Compared compared, List<String> names) {
    return new ChartRows(
        List.of(words.text("comparison.agreement.one"), words.text("comparison.agreement.two"),
            words.text("comparison.agreement.index")),
        IntStream.range(0, names.size())
            .boxed()
            .flatMap(one -> IntStream.range(one + 1, names.size())
                .mapToObj(two -> List.of(names.get(one), names.get(two), words.text("comparison.figure",
                    compared.comparison().agreement(one, two).adjustedRand()))))
            .toList());
  }

  /** Where the clusters of one method went in the other. */
  private void meet(Compared compared, List<String> names, int one, int two) {
    Agreement agreement = compared.comparison().agreement(one, two);
    String title = words.text("comparison.contingency", names.get(one), names.get(two));
    ContingencyPlot plot = new ContingencyPlot(title, names.get(one), clusters(compared.found().get(one)),
        names.get(two), clusters(compared.found().get(two)), agreement.table(), words.texts());
    plot.setId("compare-contingency");
    plot.whenChosen((row, column) -> showing.model()
        .picked()
        .select(both(compared.found().get(one), row + 1, compared.found().get(two), column + 1)));
    meeting.getChildren()
        .setAll(showing.frame("compare-contingency", title, plot, plot::rows),
            Parts.wrapped(words.text(Comparison.words(agreement.adjustedRand())),
                "small"));
    if (agreement.leftOut() > 0) {
      meeting.getChildren()
          .add(Parts.wrapped(words.text("comparison.contingency.left-out", agreement.leftOut()), "muted",
              "small"));
    }
  }

  /** Clusters that were found go by numbers here: names would not have room at both sides. */
  private List<String> clusters(Found found) {
    return IntStream.rangeClosed(1, found.result().k())
        .mapToObj(cluster -> words.text("clusters.card.name", cluster))
        .toList();
  }

  /** The points that are in a cluster of one and in a cluster of the other. */
  private static long[] both(Found one, int cluster, Found two, int other) {
    return Bits.where(one.result().points().rows(),
        point -> one.result().clusterOfPoint(point) == cluster
            && two.result().clusterOfPoint(point) == other);
  }
}
