package app.parcelle.ui.overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.project.SegmentOverlap;

/** All regions with their sizes, those in none of the segments too; a row is chosen as a region of the picture is. */
final class RegionTable extends TableView<Overlap.Region> {
  private final OverlapWords words;
  private final SegmentOverlap found;

  RegionTable(OverlapViewModel model, OverlapWords words, SegmentOverlap found) {
    this.words = words;
    this.found = found;
    setId("overlap-table");
    setAccessibleText(words.text("overlap.form.table"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    VBox.setVgrow(this, Priority.ALWAYS);
    int all = found.overlap().union() + found.overlap().outside();
    getColumns().add(names());
    getColumns().add(number("overlap.column.degree", 90, Overlap.Region::degree, words::count));
    getColumns().add(number("overlap.column.count", 110, Overlap.Region::count, words::count));
    getColumns()
        .add(number("overlap.column.share", 110, Overlap.Region::count, count -> words.share(count, all)));
    List<Overlap.Region> rows = new ArrayList<>(model.regions());
    rows.add(new Overlap.Region(0, found.overlap().outside()));
    getItems().setAll(rows);
    rows.stream().filter(row -> row.segments() == model.region().get()).findFirst().ifPresent(row -> {
      getSelectionModel().select(row);
      scrollTo(row);
    });
    getSelectionModel().selectedItemProperty().subscribe(row -> {
      if (row != null) {
        model.region().set(row.segments());
      }
    });
  }

  private TableColumn<Overlap.Region, String> names() {
    TableColumn<Overlap.Region, String> column = new TableColumn<>(words.text("overlap.column.region"));
    column.setPrefWidth(420);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(words.regionName(found, cell.getValue().segments())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        getStyleClass().add("given");
        setText(empty ? null : text);
        setTooltip(empty || text == null ? null : new Tooltip(text));
      }
    });
    return column;
  }

  /** What a number of a cell says. */
  private interface Said {
    String of(int number);
  }

  private TableColumn<Overlap.Region, Integer> number(String key, double width,
      ToIntFunction<Overlap.Region> number,
      Said said) {
    TableColumn<Overlap.Region, Integer> column = new TableColumn<>(words.text(key)); // keys: overlap.column.*
    column.getStyleClass().add("number");
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(number.applyAsInt(cell.getValue())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(@Nullable Integer value, boolean empty) {
        super.updateItem(value, empty);
        getStyleClass().add("number");
        setText(empty || value == null ? null : said.of(value));
      }
    });
    return column;
  }
}
