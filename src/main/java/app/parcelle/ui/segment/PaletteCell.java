package app.parcelle.ui.segment;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.ui.chart.Histogram;
import app.parcelle.ui.segment.Dragging.Load;
import app.parcelle.ui.segment.PaletteList.Line;
import app.parcelle.ui.theme.Parts;

/** One line of the palette; it becomes another line when the list scrolls. */
final class PaletteCell extends ListCell<Line> {
  private final Desk desk;
  private final PaletteView palette;
  private final Label name = Parts.given("");
  private final Histogram spark = new Histogram("", 42, 14);
  private final HBox item = new HBox(8);
  private final FontIcon fold = new FontIcon(Feather.CHEVRON_DOWN);
  private final Label heading = Parts.label("", "section-label");
  private final Label count = Parts.fixed("", "muted", "small");
  private final HBox head = Parts.line(6, fold, heading, Parts.gap(), count);

  PaletteCell(Desk desk, PaletteView palette) {
    this.desk = desk;
    this.palette = palette;
    getStyleClass().add("palette-cell");
    setPrefWidth(0);
    item.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTextOverrun(OverrunStyle.ELLIPSIS);
    if (palette.isSide()) {
      Region handle = new Region();
      handle.getStyleClass().add("handle");
      item.getChildren().addAll(handle, name, spark);
      desk.dragging()
          .from(this, () -> getItem() instanceof Line.Item(Source source, _) ? new Load.Fresh(source) : null,
              name::getText);
    } else {
      item.getChildren().add(name);
    }
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    hoverProperty().subscribe(over -> palette.preview(over ? getItem() : null));
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    getStyleClass().removeAll("palette-item", "palette-kind");
    setCursor(javafx.scene.Cursor.DEFAULT);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    switch (line) {
      case Line.Heading(FieldKind kind, int many, boolean folded) -> {
        heading.setText(desk.text("builder.kind." + Operators.id(kind))); // keys: builder.kind.*
        count.setText(desk.figures().count(many));
        fold.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        getStyleClass().add("palette-kind");
        setAccessibleText(desk.text(folded ? "builder.palette.folded" : "builder.palette.unfolded",
            heading.getText(), many));
        setGraphic(head);
      }
      case Line.Item(Source source, String title) -> {
        name.setText(title);
        name.getTooltip().setText(title);
        getStyleClass().add("palette-item");
        setCursor(javafx.scene.Cursor.OPEN_HAND);
        setAccessibleText(desk.text("builder.palette.add", title));
        setTooltip(palette.isSide() ? new Tooltip(desk.text("builder.palette.hint", title)) : null);
        setGraphic(item);
        draw(source, title);
      }
    }
  }

  private void draw(Source source, String title) {
    boolean drawn = desk.shape(source).isPresent();
    spark.setVisible(drawn);
    spark.setManaged(drawn);
    spark.show(new long[0]);
    spark.setAccessibleText(desk.text("builder.palette.distribution", title));
    if (palette.isSide()) {
      desk.shape(source).ifPresent(field -> desk.distributions().of(field, found -> {
        boolean still = getItem() instanceof Line.Item now && now.source().equals(source);
        if (still) {
          spark.show(found.bars().stream().mapToLong(Integer::longValue).toArray());
        }
      }));
    }
  }

  private void click(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || getItem() == null) {
      return;
    }
    switch (getItem()) {
      case Line.Heading heading -> palette.fold(heading.kind());
      case Line.Item taken -> {
        if (event.getClickCount() == (palette.isSide() ? 2 : 1)) {
          palette.take(taken.source());
        }
      }
    }
  }
}
