package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.Snapshots.Snapshot;
import app.parcelle.ui.theme.Parts;

/** The audiences of a segment that are kept, with their day and size; each can be removed. */
final class FrozenList extends VBox {
  private final Desk desk;
  private final SavedSegment segment;

  FrozenList(Desk desk, SavedSegment segment) {
    super(6);
    this.desk = desk;
    this.segment = segment;
    setId("frozen-list");
    setPrefWidth(340);
    show();
  }

  private void show() {
    List<Snapshot> all = desk.kept().snapshots(segment.id());
    getChildren().setAll(Parts.label(desk.text("builder.frozen.title"), "section-label"));
    if (all.isEmpty()) {
      getChildren().add(Parts.wrapped(desk.text("builder.frozen.none"), "muted"));
    }
    for (Snapshot one : all) {
      String day = desk.figures().day(one.asOf());
      Button remove = Parts.iconButton(Feather.TRASH_2, desk.text("builder.frozen.remove", day));
      remove.setOnAction(_ -> desk.kept().remove(one, this::show));
      getChildren().add(Parts.line(8, Parts.label(desk.text("builder.frozen.one", day, one.count())),
          Parts.gap(), remove));
    }
  }
}
