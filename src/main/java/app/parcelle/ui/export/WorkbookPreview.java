package app.parcelle.ui.export;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.DefinitionLines;
import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** The sheets of the workbook as they would be: one at a time, and the columns of the list below it. */
final class WorkbookPreview extends VBox {
  private static final double ROW = 30;
  private static final double LABELS = 200;

  private enum Sheet {
    LIST, SUMMARY, DEFINITION, PERSONAS
  }

  private final Texts texts;
  private final Segmented<Sheet> sheets;
  private final Label what = Parts.label("", "muted");
  private final VBox card = new VBox();
  private final ColumnChips chips;
  private final ObservableList<PersonaPage> pages;
  private final InvalidationListener personas = _ -> offerPersonas();
  private @Nullable Preview preview;

  WorkbookPreview(ExportViewModel model, Texts texts) {
    this.texts = texts;
    this.sheets = new Segmented<>(List.of(Sheet.values()), this::name);
    this.chips = new ColumnChips(model, texts);
    this.pages = model.pages();
    pages.addListener(new WeakInvalidationListener(personas));
    offerPersonas();
    sheets.setId("sheets");
    sheets.valueProperty().addListener((_, _, _) -> show());
    HBox bar = new HBox(12, sheets, what);
    bar.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().addAll("card", "sheet");
    VBox.setVgrow(card, Priority.ALWAYS);
    setSpacing(12);
    getChildren().setAll(bar, card, chips);
  }

  void show(Preview shown) {
    preview = shown;
    show();
  }

  /** The sheet is there where a clustering is chosen for it. */
  private void offerPersonas() {
    sheets.offer(Sheet.PERSONAS, !pages.isEmpty());
    if (sheets.getValue() == Sheet.PERSONAS) {
      if (pages.isEmpty()) {
        sheets.valueProperty().set(Sheet.LIST);
      } else {
        show();
      }
    }
  }

  private String name(Sheet sheet) {
    return texts.text(switch (sheet) {
      case LIST -> "export.sheet.list";
      case SUMMARY -> "export.sheet.summary";
      case DEFINITION -> "export.sheet.definition";
      case PERSONAS -> "export.sheet.personas";
    });
  }

  private void show() {
    Preview now = preview;
    if (now == null) {
      return;
    }
    Sheet sheet = sheets.getValue();
    boolean list = sheet == Sheet.LIST;
    what.setText(list
        ? texts.text("exports.preview.rows", now.rows().size(), now.checks().rows())
        : texts.text("exports.preview"));
    chips.setVisible(list);
    chips.setManaged(list);
    Node content = switch (sheet) {
      case LIST -> list(now);
      case SUMMARY -> new SummaryPreview(now.summary(), texts);
      case DEFINITION -> definition(now);
      case PERSONAS -> new PersonasPreview(pages, texts);
    };
    VBox.setVgrow(content, Priority.ALWAYS);
    card.getChildren().setAll(content);
  }

  private TableView<List<String>> list(Preview now) {
    TableView<List<String>> table = new TableView<>();
    table.setId("list-preview");
    table.setFixedCellSize(ROW);
    table.setAccessibleText(name(Sheet.LIST));
    table.setPlaceholder(Parts.label(texts.text("exports.check.nobody"), "muted"));
    for (int i = 0; i < now.columns().size(); i++) {
      table.getColumns().add(column(now, i));
    }
    table.getItems().setAll(now.rows());
    return table;
  }

  private static TableColumn<List<String>, String> column(Preview now, int index) {
    Preview.Column heading = now.columns().get(index);
    TableColumn<List<String>, String> column = new TableColumn<>(heading.heading());
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
    column.setSortable(false);
    column.setReorderable(false);
    int longest = now.rows().stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
    column.setPrefWidth(24 + 7.2 * Math.clamp(Math.max(longest, heading.heading().length()), 6, 32));
    if (heading.figures()) {
      column.getStyleClass().add("number");
    }
    return column;
  }

  private ScrollPane definition(Preview now) {
    GridPane grid = new GridPane(16, 6);
    ColumnConstraints labels = new ColumnConstraints(LABELS, LABELS, LABELS);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(labels, values);
    grid.getStyleClass().add("definition");
    int row = 0;
    for (DefinitionLines.Line line : now.definition()) {
      switch (line.kind()) {
        case HEADING -> grid.add(Parts.label(line.label(), "heading", "definition-heading"), 0, row, 2, 1);
        case TEXT -> grid.addRow(row, Parts.wrapped(line.label(), "muted"), Parts.wrapped(line.value()));
        case CODE ->
          grid.addRow(row, Parts.wrapped(line.label(), "muted"), Parts.wrapped(line.value(), "mono"));
      }
      grid.getChildren().forEach(node -> GridPane.setValignment(node, javafx.geometry.VPos.TOP));
      row++;
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    return scroll;
  }
}
