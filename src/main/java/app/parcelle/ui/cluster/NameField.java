package app.parcelle.ui.cluster;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import app.parcelle.ui.theme.Parts;

/** A name on as many lines as it takes, which becomes a field to type in where it is clicked or has the keyboard. */
final class NameField extends StackPane {
  /**
   * @param id of the field
   * @param none shown while there is no name
   * @param what is asked, for people who do not see the field
   * @param typed called when the person has left the field
   */
  NameField(StringProperty name, String id, String none, String what, Runnable typed) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("cluster-name");
    field.setPromptText(none);
    field.setAccessibleText(what);
    field.textProperty().bindBidirectional(name);
    field.setMinWidth(0);
    field.setPrefColumnCount(8);
    field.setMaxHeight(Double.MAX_VALUE);
    Label shown = Parts.wrapped("", "cluster-name");
    shown.textProperty().bind(name.map(given -> given.isBlank() ? none : given));
    shown.setMouseTransparent(true);
    shown.setMaxWidth(Double.MAX_VALUE);
    shown.visibleProperty().bind(field.focusedProperty().not());
    field.opacityProperty().bind(field.focusedProperty().map(focused -> focused ? 1 : 0));
    field.focusedProperty().subscribe(focused -> {
      if (!focused) {
        typed.run();
      }
    });
    getStyleClass().add("cluster-name-field");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(field, shown);
  }
}
