package app.parcelle.ui.cluster;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.cluster.Comparison;
import app.parcelle.engine.cluster.Comparison.Measure;
import app.parcelle.engine.cluster.Comparison.Measures;
import app.parcelle.ui.theme.Parts;

/** One line a method: what it found and how well, the best of each measure with a tick; a button shows its clusters. */
final class CompareTable extends VBox {
  private final Compared compared;
  private final List<String> names;
  private final ClusterWords words;
  private final Showing showing;

  /** @param names of the methods, one a clustering */
  CompareTable(Compared compared, List<String> names, Showing showing) {
    super(8);
    this.compared = compared;
    this.names = names;
    this.showing = showing;
    this.words = showing.words();
    getStyleClass().add("card");
    getChildren().setAll(Parts.label(words.text("comparison.table"), "heading"), table(),
        Parts.wrapped(words.text("comparison.what"), "muted", "small"));
  }

  private GridPane table() {
    GridPane table = new GridPane(10, 4);
    table.setId("compare-table");
    table.setAccessibleText(words.text("comparison.table"));
    ColumnConstraints method = new ColumnConstraints();
    method.setHgrow(Priority.ALWAYS);
    ColumnConstraints figure = new ColumnConstraints();
    figure.setHalignment(HPos.RIGHT);
    table.getColumnConstraints().setAll(method, figure, figure, figure, figure, figure, figure, figure);
    table.addRow(0, heading("method"), heading("k"), heading("silhouette"), heading("davies-bouldin"),
        heading("calinski-harabasz"), heading("noise"), heading("seconds"));
    for (int place = 0; place < names.size(); place++) {
      Comparison.Found one = compared.comparison().found().get(place);
      Measures measures = one.measures();
      table.addRow(place + 1, Parts.fixed(names.get(place)), figure(words.count(measures.k())),
          measure(place, Measure.SILHOUETTE), measure(place, Measure.DAVIES_BOULDIN),
          measure(place, Measure.CALINSKI_HARABASZ), figure(words.count(measures.noise())),
          figure(words.text("comparison.seconds", one.took().toMillis() / 1000.0)), taking(place));
    }
    return table;
  }

  private Label heading(String column) {
    // keys: comparison.column.*
    return Parts.fixed(words.text("comparison.column." + column), "section-label");
  }

  private static Label figure(String text) {
    return Parts.fixed(text);
  }

  private Label measure(int place, Measure measure) {
    double value = compared.comparison().found().get(place).measures().of(measure);
    if (Double.isNaN(value)) {
      return figure("–");
    }
    String said = measure == Measure.CALINSKI_HARABASZ
        ? words.count(Math.round(value))
        : words.text("comparison.figure", value);
    Label label = figure(said);
    if (compared.comparison().best(measure).contains(place)) {
      label.setGraphic(new FontIcon(Feather.CHECK));
      label.getStyleClass().addAll("heading", measure.name().toLowerCase(Locale.ROOT));
      label.setAccessibleText(words.text("comparison.best", said));
    }
    return label;
  }

  private Control taking(int place) {
    if (compared.found().get(place).equals(showing.found())) {
      return Parts.fixed(words.text("comparison.shown"), "muted");
    }
    Button taking = Parts.button(words.text("comparison.take"),
        () -> showing.model().compare().take(compared, place), "quiet");
    taking.setId("take-" + compared.methods().get(place));
    taking.setTooltip(new Tooltip(words.text("comparison.take.name", names.get(place))));
    taking.setAccessibleText(words.text("comparison.take.name", names.get(place)));
    taking.setMinWidth(USE_PREF_SIZE);
    return taking;
  }
}
