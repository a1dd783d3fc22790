package app.parcelle.ui.cluster;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.JobStatus;
import app.parcelle.ui.theme.Parts;

/** Work is under way: what it is at, how far that is, and the way to stop it. */
final class Waiting extends VBox {
  /** Its status is kept, so that nothing else has to. */
  private final ReadOnlyObjectProperty<@Nullable JobStatus> status;

  /** Held weakly by the jobs, which live longer than this. */
  private @Nullable ChangeListener<Boolean> ended;

  /**
   * @param key of the work
   * @param id of the button that stops it
   * @param stopped where nothing has taken the place of this once the work has ended: it was cancelled, here or in the bar
   *     below, or has failed
   */
  Waiting(String what, JobRunner jobs, String key, ClusterWords words, String id, Runnable stopped) {
    this(what, jobs.status(key), words, id, () -> jobs.cancel(key));
    // what was worked out comes just after the end
    ended = (running, _, _) -> jobs.later(() -> {
      if (!running.getValue() && isVisible() && getParent() != null) {
        stopped.run();
      }
    });
    jobs.running(key).addListener(new WeakChangeListener<>(ended));
  }

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
