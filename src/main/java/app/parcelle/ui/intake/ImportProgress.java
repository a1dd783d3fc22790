package app.parcelle.ui.intake;

import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.job.JobStatus;
import app.parcelle.ui.theme.Parts;

/** An import under way: what is read and how many rows of it, how fast, how long it still takes. */
final class ImportProgress extends VBox {
  private final ReadOnlyObjectProperty<@Nullable JobStatus> status;
  private final DataWords words;
  private final Label what = Parts.given("");
  private final ProgressBar bar = new ProgressBar();
  private final Label pace = Parts.label("", "muted", "small");
  private final InvalidationListener change = _ -> show();

  ImportProgress(ReadOnlyObjectProperty<@Nullable JobStatus> status, DataWords words) {
    super(4);
    this.status = status;
    this.words = words;
    setId("import-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(words.text("data.progress"));
    getChildren().addAll(what, bar, pace);
    status.addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    JobStatus now = status.get();
    setVisible(now != null);
    if (now != null) {
      what.setText(words.texts().text(now.what()));
      bar.setProgress(now.fraction());
      pace.setText(pace(now));
    }
  }

  private String pace(JobStatus now) {
    if (now.perSecond() <= 0) {
      return "";
    }
    String fast = words.text("data.progress.pace", words.bytes(Math.round(now.perSecond())));
    Duration left = now.left();
    return left == null ? fast : fast + " · " + words.left(left);
  }
}
