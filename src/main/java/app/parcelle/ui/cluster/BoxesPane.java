package app.parcelle.ui.cluster;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.Field;
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
    FieldBoxes.draw(showing, "diagram-boxes", field(column), _ -> showing.found().values(column), shown -> {
      getChildren().remove(1, getChildren().size());
      getChildren().add(shown);
    });
  }
}
