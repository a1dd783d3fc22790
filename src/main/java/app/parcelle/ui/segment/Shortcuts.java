package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import app.parcelle.ui.theme.Parts;

/** The keys of the builder, on one sheet. */
final class Shortcuts extends VBox {
  /**
   * One line.
   *
   * @param keys as they stand on the keyboard of the language
   */
  private record Line(String keys, String what) {}

  Shortcuts(Desk desk) {
    super(12);
    getStyleClass().add("shortcuts");
    setFocusTraversable(true);
    getChildren().addAll(Parts.label(desk.text("builder.keys.title"), "title"),
        Parts.line(28,
            part(desk, "builder.keys.fields",
                List.of(new Line("/", "builder.keys.search"), new Line("↓ ↑", "builder.keys.walk"),
                    new Line(desk.text("builder.key.enter"), "builder.keys.add"),
                    new Line("← →", "builder.keys.fold"), new Line("+", "builder.keys.addBelow"),
                    new Line("Ctrl K", "builder.keys.palette"))),
            part(desk, "builder.keys.cards",
                List.of(new Line("↓ ↑", "builder.keys.cardByCard"), new Line("← →", "builder.keys.outIn"),
                    new Line(desk.text("builder.key.enter"), "builder.keys.intoCard"),
                    new Line(desk.text("builder.key.escape"), "builder.keys.backToCard"),
                    new Line(desk.text("builder.key.shift") + " ↓ ↑", "builder.keys.more"),
                    new Line("Ctrl A", "builder.keys.all"),
                    new Line("Alt ↓ ↑", "builder.keys.move")))),
        Parts.line(28,
            part(desk, "builder.keys.edits",
                List.of(new Line("Ctrl G", "builder.keys.group"),
                    new Line("Ctrl " + desk.text("builder.key.shift") + " G", "builder.keys.ungroup"),
                    new Line("Ctrl J", "builder.keys.join"), new Line("Ctrl E", "builder.keys.exclude"),
                    new Line("Ctrl D", "builder.keys.duplicate"),
                    new Line(desk.text("builder.key.delete"), "builder.keys.remove"))),
            part(desk, "builder.keys.whole",
                List.of(new Line("Ctrl C", "builder.keys.copy"), new Line("Ctrl X", "builder.keys.cut"),
                    new Line("Ctrl V", "builder.keys.paste"), new Line("Ctrl Z", "builder.keys.undo"),
                    new Line("Ctrl Y", "builder.keys.redo"), new Line("Ctrl S", "builder.keys.save"),
                    new Line("F1  ?", "builder.keys.sheet")))));
  }

  private static VBox part(Desk desk, String title, List<Line> lines) {
    GridPane grid = new GridPane(12, 5);
    for (int i = 0; i < lines.size(); i++) {
      Label key = Parts.chip(lines.get(i).keys(), "key");
      grid.addRow(i, key, Parts.fixed(desk.text(lines.get(i).what()))); // keys: builder.keys.*
    }
    VBox part = new VBox(8, Parts.label(desk.text(title), "section-label"), grid); // keys: builder.keys.*
    part.setMinWidth(290);
    part.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    return part;
  }
}
