package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.ui.theme.Parts;

/** The saved segments with their sizes: a click opens one, and each can be duplicated or deleted. The rest is in the library. */
final class SavedList extends VBox {
  SavedList(Desk desk, Runnable close, Runnable library) {
    super(2);
    SegmentViewModel model = desk.model();
    List<SavedSegment> saved = model.allSaved();
    getChildren().add(Parts.label(desk.text("builder.saved.title"), "section-label"));
    if (saved.isEmpty()) {
      getChildren().add(Parts.label(desk.text("builder.saved.none"), "muted"));
    }
    VBox lines = new VBox(1);
    for (SavedSegment segment : saved) {
      Button open = Parts.button(segment.segment().name(), () -> {
        close.run();
        model.open(segment);
      }, "quiet", "saved-name", "given");
      open.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      open.setTooltip(new Tooltip(segment.segment().name()));
      open.setMinWidth(0);
      open.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(open, Priority.ALWAYS);
      Label count = Parts.fixed("", "figure");
      model.countOf(segment, n -> count.setText(n < 0 ? "–" : desk.figures().count(n)));
      Button copy = Parts.iconButton(Feather.COPY,
          desk.text("builder.saved.duplicate", segment.segment().name()));
      copy.setOnAction(_ -> {
        close.run();
        model.copy(segment);
      });
      Button delete = Parts.iconButton(Feather.TRASH_2,
          desk.text("builder.saved.delete", segment.segment().name()));
      delete.setOnAction(_ -> {
        close.run();
        model.delete(segment);
      });
      lines.getChildren().add(Parts.line(4, open, count, copy, delete));
    }
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(320);
    scroll.setPrefWidth(340);
    Button fresh = Parts.button(desk.text("builder.saved.new"), () -> {
      close.run();
      model.fresh();
    }, "quiet");
    Button folders = Parts.button(desk.text("builder.saved.library"), () -> {
      close.run();
      library.run();
    }, "quiet");
    folders.setId("open-library");
    getChildren().addAll(scroll, Parts.line(4, fresh, Parts.gap(), folders));
  }
}
