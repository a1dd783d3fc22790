package app.parcelle.ui.cluster;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

import app.parcelle.ui.theme.Parts;

/** Work is under way, and can be stopped; how far it is, the bar below the window says. */
final class Waiting extends VBox {
  Waiting(String what, ClusterWords words, Runnable cancel) {
    super(12);
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(36, 36);
    Button stop = Parts.button(words.text("comparison.cancel"), cancel);
    stop.setId("cancel-comparison");
    stop.setCancelButton(true);
    getStyleClass().add("working");
    setAlignment(Pos.CENTER);
    setMinHeight(160);
    getChildren().setAll(turning, Parts.label(what), stop);
  }
}
