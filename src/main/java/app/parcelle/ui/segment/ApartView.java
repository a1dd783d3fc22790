package app.parcelle.ui.segment;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** In which fields the members differ from everyone; a click on one shows how both spread over it. */
final class ApartView extends VBox {
  private static final int FIRST = 6;
  private static final double NAMES = 150;

  private final Desk desk;
  private boolean all;

  ApartView(Desk desk) {
    super(8);
    this.desk = desk;
  }

  void show(List<Distinction> apart) {
    getChildren().clear();
    AudienceView.present(this, !apart.isEmpty());
    if (apart.isEmpty()) {
      return;
    }
    GridPane grid = new GridPane(8, 6);
    List<Distinction> shown = all ? apart : apart.subList(0, Math.min(FIRST, apart.size()));
    for (int row = 0; row < shown.size(); row++) {
      add(grid, row, shown.get(row));
    }
    getChildren().addAll(new Wrapping(Parts.fixed(desk.text("builder.audience.apart"), "heading"),
        Parts.fixed(desk.text("builder.audience.index"), "muted")), grid);
    if (apart.size() > FIRST) {
      Button more = Parts.button(desk.text(all ? "audience.apart.less" : "audience.apart.more", apart.size()),
          () -> {
            all = !all;
            show(apart);
          }, "link");
      getChildren().add(more);
    }
  }

  private void add(GridPane grid, int row, Distinction one) {
    String title = desk.title(one.field());
    Value category = one.value();
    String words = category == null
        ? title
        : desk.text("audience.apart.category", title, desk.figures().value(category));
    OptionalInt index = one.index();
    String figure = index.isPresent()
        ? desk.figures().count(index.getAsInt())
        : desk.text(one.difference() > 0 ? "audience.apart.later" : "audience.apart.earlier",
            Math.round(Math.abs(one.members() - one.everyone())));
    Button name = new Button(words);
    name.setMnemonicParsing(false);
    name.setWrapText(true);
    name.getStyleClass().addAll("link", "apart-name");
    name.setMinWidth(NAMES);
    name.setMaxWidth(NAMES);
    name.setMinHeight(USE_PREF_SIZE);
    name.setAccessibleText(said(one, words, figure));
    name.setTooltip(new javafx.scene.control.Tooltip(said(one, words, figure)));
    name.setOnAction(_ -> desk.audience()
        .contrast(one.field(), contrast -> Bubble.under(name, new ContrastView(desk, contrast))));
    Label label = Parts.fixed(figure, "muted");
    GridPane.setHalignment(label, HPos.RIGHT);
    if (index.isEmpty()) { // days in words are as long as a bar and an index
      grid.addRow(row, name);
      grid.add(label, 1, row, 2, 1);
      return;
    }
    IndexBar bar = new IndexBar(index.getAsInt());
    GridPane.setHgrow(bar, Priority.ALWAYS);
    grid.addRow(row, name, bar, label);
  }

  /** With the means or shares that the index compares. */
  private String said(Distinction one, String words, String figure) {
    if (one.field().type().isDate()) {
      return desk.text("audience.apart.date", words, figure);
    }
    return one.value() == null
        ? desk.text("audience.apart.mean", words, figure, one.members(), one.everyone())
        : desk.text("audience.apart.share", words, figure, one.members(), one.everyone());
  }
}
