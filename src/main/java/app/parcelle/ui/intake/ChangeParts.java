package app.parcelle.ui.intake;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

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
  /** So many customers are named of those who enter or leave a segment. */
  static final int NAMED = 30;

  private final RefreshReport report;
  private final DataWords words;
  private final @Nullable Naming names;

  /** The keys of customers, one bit a customer number; of many, the first. */
  interface Naming {
    List<String> of(long[] customers);
  }

  /** @param names of customers; null where those of the change are not known yet */
  ChangeParts(RefreshReport report, @Nullable Naming names, DataWords words) {
    super(16);
    this.names = names;
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
        line(key + ".added", found.added(), "good"), line(key + ".changed", found.changed(), "warning"),
        line(key + ".unchanged", found.unchanged(), "muted"), line(key + ".gone", found.gone(), "bad"));
    card.getStyleClass().add("card");
    card.setMaxWidth(420);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private VBox line(String key, int number, String style) {
    VBox line = Details.line(words.text(key), words.count(number), number > 0 ? style : "muted"); // keys: change.*
    line.getStyleClass().add("difference");
    return line;
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
    table.getColumns().add(names());

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
    if (names != null) {
      card.getChildren().add(people(table, names));
    }
    report.segments()
        .stream()
        .filter(change -> change.error() != null)
        .forEach(change -> card.getChildren()
            .add(Parts.notice("bad",
                Parts.wrapped(change.name(), "heading"), Parts.wrapped(words.texts().text(change.error())))));
    return card;
  }

  /** Who came into the chosen segment, and who left it. */
  private VBox people(TableView<SegmentChange> table, Naming known) {
    VBox people = new VBox(4, Parts.wrapped(words.text("change.who.choose"), "muted", "small"));
    people.setId("segment-people");
    table.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> {
      if (chosen != null) {
        people.getChildren().clear();
        tell(people, "change.who.entered", chosen, chosen.entered(), known);
        tell(people, "change.who.left", chosen, chosen.left(), known);
      }
    });
    return people;
  }

  private void tell(VBox people, String key, SegmentChange change, long[] customers, Naming known) {
    int all = Bits.count(customers);
    String named = String.join(", ", known.of(customers));
    String some = all > NAMED ? words.text("data.more", named, all - NAMED) : all == 0 ? "—" : named;
    people.getChildren().add(Parts.wrapped(words.text(key, change.name(), some), "small")); // keys: change.who.*
  }

  private String members(int count) {
    return count < 0 ? "—" : words.count(count);
  }

  private String signed(String sign, long count) {
    return count == 0 ? words.count(0) : sign + words.count(count);
  }

  private TableColumn<SegmentChange, String> names() {
    TableColumn<SegmentChange, String> names = column("change.segment", 320, SegmentChange::name);
    names.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        setGraphic(empty || name == null ? null : Parts.given(name));
      }
    });
    return names;
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
