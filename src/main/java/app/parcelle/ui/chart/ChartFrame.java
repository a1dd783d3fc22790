package app.parcelle.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;

/**
 * A chart under its title, with what every chart has: the same as a table, and copying and saving as a picture; style class
 * {@code chart-frame}. Ids of its parts begin with the name given.
 */
public final class ChartFrame extends VBox {
  private final String id;
  private final Texts texts;
  private final Region chart;
  private final Supplier<ChartRows> rows;
  private final HBox heading = new HBox(8);
  private final HBox pictures;
  private boolean asTable;

  /**
   * @param id the beginning of the ids of its parts
   * @param title what the chart shows, in a few words
   * @param rows what it shows, as a table
   * @param file the proposed name of a picture's file, without extension
   * @param complain told of a picture that could not be written
   * @param tools of this chart, beside its title
   */
  public ChartFrame(String id, String title, Region chart, Supplier<ChartRows> rows, String file, Texts texts,
      FileDialogs files, Consumer<Throwable> complain, Node... tools) {
    this.id = id;
    this.texts = texts;
    this.chart = chart;
    this.rows = rows;
    getStyleClass().add("chart-frame");
    setSpacing(8);
    pictures = new PictureButtons(id, chart, () -> file, texts, files, complain);
    Label name = Parts.wrapped(title, "heading");
    Hyperlink other = new Hyperlink(texts.text("charts.as-table"));
    other.setId(id + "-form");
    other.setMinWidth(USE_PREF_SIZE);
    other.getStyleClass().add("small");
    other.setOnAction(_ -> {
      asTable = !asTable;
      other.setText(texts.text(asTable ? "charts.as-chart" : "charts.as-table"));
      build();
    });
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getChildren().addAll(name, Parts.gap());
    heading.getChildren().addAll(tools);
    heading.getChildren().addAll(other, pictures);
    build();
  }

  private void build() {
    Region shown = asTable ? table() : chart;
    pictures.setDisable(asTable);
    VBox.setVgrow(shown, Priority.ALWAYS);
    getChildren().setAll(heading, shown);
  }

  private TableView<List<String>> table() {
    ChartRows said = rows.get();
    TableView<List<String>> table = new TableView<>();
    table.setId(id + "-table");
    table.setAccessibleText(chart.getAccessibleText());
    for (int i = 0; i < said.columns().size(); i++) {
      int column = i;
      TableColumn<List<String>, String> shown = new TableColumn<>(said.columns().get(i));
      shown.setSortable(false);
      shown.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(column)));
      if (i > 0) {
        shown.getStyleClass().add("number");
      }
      table.getColumns().add(shown);
    }
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getItems().setAll(said.rows());
    table.setPlaceholder(Parts.label(texts.text("charts.nothing"), "muted"));
    return table;
  }

  /** A tooltip for a chart's part, shown soon. */
  static Tooltip tip(String words) {
    Tooltip tip = new Tooltip(words);
    tip.setShowDelay(javafx.util.Duration.millis(150));
    return tip;
  }
}
