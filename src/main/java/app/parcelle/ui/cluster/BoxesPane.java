package app.parcelle.ui.cluster;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.chart.BoxFigures;
import app.parcelle.ui.chart.BoxPlots;
import app.parcelle.ui.theme.Parts;

/** How the values of one field lie in each cluster. */
final class BoxesPane extends VBox {
  private final Showing showing;
  private final ClusterWords words;

  BoxesPane(Showing showing) {
    super(8);
    this.showing = showing;
    this.words = showing.words();
    ComboBox<Integer> field = new ComboBox<>(
        FXCollections.observableArrayList(showing.found().numbers()));
    field.setId("boxes-field");
    field.setConverter(Shown.as(column -> words.title(field(column))));
    field.setAccessibleText(words.text("clusters.boxes.field"));
    getChildren().setAll(Parts.line(8, Parts.fixed(words.text("clusters.boxes.field"), "muted"), field));
    field.valueProperty().addListener((_, _, column) -> show(column));
    field.getSelectionModel().selectFirst();
  }

  private Field field(int column) {
    return showing.found().fields().get(column);
  }

  private void show(int column) {
    Found found = showing.found();
    showing.model()
        .jobs()
        .run("clusters-boxes", Message.of("clusters.job.draw"),
            _ -> BoxFigures.of(found.values(column), found.clusters(), found.result().k()),
            figures -> show(column, figures), showing.model().after().complain());
  }

  private void show(int column, List<BoxFigures> figures) {
    String title = words.title(field(column));
    BoxPlots plots = new BoxPlots(title, showing.names(), figures,
        value -> words.value(field(column), value), showing.model().picked(), words.texts());
    var frame = showing.frame("boxes", title, plots, plots::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().remove(1, getChildren().size());
    getChildren().addAll(frame, Parts.wrapped(words.text("clusters.boxes.what"), "muted", "small"));
  }
}
