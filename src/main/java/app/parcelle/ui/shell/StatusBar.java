package app.parcelle.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.job.JobStatus;

/** The line under everything: what the project holds, and what is being worked on. */
final class StatusBar extends HBox {
  private final Texts texts;

  StatusBar(ShellViewModel model, ReadOnlyObjectProperty<@Nullable JobStatus> job) {
    this.texts = model.texts();
    getStyleClass().add("status-bar");
    ReadOnlyObjectProperty<Facts> facts = model.facts();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(
        label(facts.map(f -> f.asOf() == null ? "" : texts.text("shell.status.customers", f.customers()))),
        label(facts
            .map(f -> f.orders().isEmpty() ? "" : texts.text("shell.status.orders", f.orders().getAsLong()))),
        label(facts.map(f -> saved(f.saved()))),
        gap,
        jobBar(model, job));
  }

  private static Label label(ObservableValue<String> text) {
    Label label = new Label();
    label.textProperty().bind(text.orElse(""));
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private HBox jobBar(ShellViewModel model, ReadOnlyObjectProperty<@Nullable JobStatus> job) {
    Label what = new Label();
    what.textProperty().bind(seen(job, status -> texts.text(status.what()), ""));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(seen(job, JobStatus::fraction, -1.0));
    Label left = new Label();
    left.textProperty().bind(seen(job, status -> left(status.left()), ""));
    Button cancel = new Button(texts.text("shell.job.cancel"));
    cancel.setId("cancel-job");
    cancel.setOnAction(_ -> {
      JobStatus status = job.get();
      if (status != null) {
        model.jobs().cancel(status.key());
      }
    });
    HBox box = new HBox(12, what, bar, left, cancel);
    box.setId("job-bar");
    box.setAlignment(Pos.CENTER_RIGHT);
    box.visibleProperty().bind(job.isNotNull());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private String saved(@Nullable Instant saved) {
    return saved == null ? "" : texts.text("shell.status.saved", saved.atZone(ZoneId.systemDefault()));
  }

  private static <T> ObservableValue<T> seen(ReadOnlyObjectProperty<@Nullable JobStatus> job,
      Function<JobStatus, T> part, T otherwise) {
    return Bindings.createObjectBinding(() -> {
      JobStatus status = job.get();
      return status == null ? otherwise : part.apply(status);
    }, job);
  }

  private String left(@Nullable Duration left) {
    if (left == null) {
      return "";
    }
    long seconds = Math.max(1, left.toSeconds());
    return seconds < 90
        ? texts.text("shell.job.seconds", seconds)
        : texts.text("shell.job.minutes", Math.round(seconds / 60.0));
  }
}
