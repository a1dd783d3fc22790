package app.parcelle.ui.intake;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.project.RefreshReport;
import app.parcelle.engine.project.RefreshReport.SegmentChange;
import app.parcelle.engine.store.TableDifference;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.ui.theme.Parts;

/** What rows that come into a table change: its rows, customers and orders, and who comes into segments or leaves them. */
final class ChangeParts extends VBox {
  private static final double ROW = 32;
  private static final int MOST_LINES = 10;

  private final RefreshReport report;
  private final DataWords words;

  ChangeParts(RefreshReport report, DataWords words) {
    super(16);
    this.report = report;
    this.words = words;
    getChildren().addAll(rows(), differences());
    addFit();
    if (!report.segments().isEmpty()) {
      getChildren().add(segments());
    }
  }

  /** Rows before - rows replaced + rows that came = rows after. */
  private HBox rows() {
    long after = report.imported().table().rows();
    return Parts.line(10, figure("change.before", report.rowsBefore(), "heading"), sign("−"),
        figure("change.replaced", report.rowsReplaced(), report.rowsReplaced() > 0 ? "warning" : "muted"),
        sign("+"),
        figure("change.came", report.imported().rowsStored(), "good"), sign("="),
        figure("change.after", after, "heading"));
  }

  private VBox figure(String key, long number, String style) {
    return new VBox(Parts.fixed(words.count(number), "report-figure", style),
        Parts.fixed(words.text(key), "muted", "small")); // keys: change.*
  }

  private static Label sign(String sign) {
    return Parts.fixed(sign, "report-figure", "muted");
  }

  private HBox differences() {
    HBox both = new HBox(12);
    TableDifference customers = report.customers();
    if (customers != null) {
      both.getChildren().add(difference("change.customers", customers));
    }
    TableDifference orders = report.orders();
    if (orders != null) {
      both.getChildren().add(difference("change.orders", orders));
    }
    return both;
  }

  private VBox difference(String key, TableDifference found) {
    VBox card = new VBox(Parts.label(words.text(key), "heading"), // keys: change.*
        Details.line(words.text("change.added"), words.count(found.added()),
            found.added() > 0 ? "good" : "muted"),
        Details.line(words.text("change.changed"), words.count(found.changed()),
            found.changed() > 0 ? "warning" : "muted"),
        Details.line(words.text("change.unchanged"), words.count(found.unchanged()), "muted"),
        Details.line(words.text("change.gone"), words.count(found.gone()),
            found.gone() > 0 ? "bad" : "muted"));
    card.getStyleClass().add("card");
    card.setMaxWidth(420);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private void addFit() {
    List<String> missing = report.fit().missing().stream().map(Column::name).toList();
    if (!missing.isEmpty()) {
      getChildren().add(Parts.notice("warning",
          Parts.wrapped(words.text("destination.missing", words.some(missing)))));
    }
  }

  // segments

  private VBox segments() {
    TableView<SegmentChange> table = new TableView<>();
    table.setId("segment-changes");
    table.setAccessibleText(words.text("change.segments"));
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.getColumns().add(column("change.segment", 320, SegmentChange::name));
    table.getColumns().add(number("change.segment.before", change -> members(change.before())));
    table.getColumns().add(number("change.segment.after", change -> members(change.after())));
    table.getColumns()
        .add(number("change.segment.entered", change -> signed("+", Bits.count(change.entered()))));
    table.getColumns().add(number("change.segment.left", change -> signed("−", Bits.count(change.left()))));
    table.getItems().setAll(report.segments());
    double lines = Math.min(MOST_LINES, report.segments().size());
    table.setPrefHeight(lines * ROW + 36);
    table.setMinHeight(Region.USE_PREF_SIZE);
    VBox card = new VBox(6, Parts.label(words.text("change.segments"), "heading"), table);
    card.getStyleClass().add("card");
    report.segments()
        .stream()
        .filter(change -> change.error() != null)
        .forEach(change -> card.getChildren()
            .add(Parts.notice("bad",
                Parts.wrapped(change.name(), "heading"), Parts.wrapped(words.texts().text(change.error())))));
    return card;
  }

  private String members(int count) {
    return count < 0 ? "—" : words.count(count);
  }

  private String signed(String sign, long count) {
    return count == 0 ? words.count(0) : sign + words.count(count);
  }

  private TableColumn<SegmentChange, String> number(String key, Function<SegmentChange, String> say) {
    TableColumn<SegmentChange, String> column = column(key, 110, say);
    column.getStyleClass().add("number");
    return column;
  }

  private TableColumn<SegmentChange, String> column(String key, double width,
      Function<SegmentChange, String> say) {
    TableColumn<SegmentChange, String> column = new TableColumn<>(words.text(key)); // keys: change.*
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(features -> new ReadOnlyStringWrapper(say.apply(features.getValue())));
    return column;
  }
}
