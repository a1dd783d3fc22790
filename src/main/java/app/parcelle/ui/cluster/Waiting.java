package app.parcelle.ui.cluster;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.job.JobStatus;
import app.parcelle.ui.theme.Parts;

/** Work is under way: what it is at, how far that is, and the way to stop it. */
final class Waiting extends VBox {
  /** Its status is kept, so that nothing else has to. */
  private final ReadOnlyObjectProperty<@Nullable JobStatus> status;

  /** @param id of the button that stops it */
  Waiting(String what, ReadOnlyObjectProperty<@Nullable JobStatus> status, ClusterWords words, String id,
      Runnable cancel) {
    super(8);
    this.status = status;
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(260);
    bar.setMinWidth(80);
    bar.setAccessibleText(what);
    // less than 0 while nobody knows how far it is, as a bar takes it
    bar.progressProperty().bind(this.status.map(now -> now == null ? -1.0 : now.fraction()).orElse(-1.0));
    Label step = Parts.wrapped(" ", "muted", "small");
    step.setTextAlignment(TextAlignment.CENTER);
    step.textProperty().bind(this.status.map(now -> now == null ? " " : words.text(now.what())).orElse(" "));
    Button stop = Parts.button(words.text("clusters.cancel"), cancel);
    stop.setId(id);
    stop.setCancelButton(true);
    VBox.setMargin(stop, new Insets(6, 0, 0, 0));
    getStyleClass().add("working");
    setAlignment(Pos.CENTER);
    setMinHeight(160);
    getChildren().setAll(Parts.label(what, "heading"), bar, step, stop);
  }
}
