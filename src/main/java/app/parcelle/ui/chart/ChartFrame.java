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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;

/**
 * A chart under its title, with what every chart has: the same as a table, and copying and saving as a picture; style class
 * {@code chart-frame}. Ids of its parts begin with the name given.
 */
public final class ChartFrame extends VBox {
  private static final double TABLE_FONT = 13;
  private static final double CELL_PADDING = 30;
  private static final double WIDEST_COLUMN = 420;

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
      shown.setPrefWidth(width(said, column));
      table.getColumns().add(shown);
    }
    table.getItems().setAll(said.rows());
    table.setPlaceholder(Parts.label(texts.text("charts.nothing"), "muted"));
    return table;
  }

  /** As wide as its widest text, heading or figure; the heading is bold. */
  private static double width(ChartRows said, int column) {
    Text text = new Text();
    text.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, TABLE_FONT));
    text.setText(said.columns().get(column));
    double widest = text.getLayoutBounds().getWidth();
    text.setFont(Font.font(Font.getDefault().getFamily(), TABLE_FONT));
    for (List<String> row : said.rows()) {
      text.setText(row.get(column));
      widest = Math.max(widest, text.getLayoutBounds().getWidth());
    }
    return Math.ceil(Math.min(WIDEST_COLUMN, widest + CELL_PADDING));
  }
}
