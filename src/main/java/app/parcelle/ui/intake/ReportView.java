package app.parcelle.ui.intake;

import java.util.BitSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.ImportReport.Counted;
import app.parcelle.engine.project.RefreshReport;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.TableDraft.Reject;
import app.parcelle.engine.table.TableKind;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;

/** After an import: what was read, stored and rejected, file by file. */
final class ReportView extends VBox {
  private static final double ROW = 30;
  private static final int REJECT_LINES = 8;

  private final DataModels models;
  private final Workbench workbench;
  private final DataWords words;

  ReportView(Workbench workbench, DataModels models, DataWords words) {
    this.models = models;
    ImportViewModel model = models.imports();
    this.workbench = workbench;
    this.words = words;
    setSpacing(12);
    getStyleClass().add("workspace");
    Label title = new Label(words.text("data.report.title", model.reports().size()));
    title.getStyleClass().add("title");
    VBox cards = new VBox(12);
    model.reports().forEach(result -> cards.getChildren().add(card(result)));
    Button tables = new Button(words.text("data.report.tables"));
    tables.setId("see-tables");
    tables.setOnAction(_ -> model.reports().clear());
    Button segment = new Button(words.text("data.report.segment"));
    segment.setId("build-segment");
    segment.getStyleClass().add("accent");
    segment.setOnAction(_ -> {
      model.reports().clear();
      workbench.go(new Place.Segments(null));
    });
    HBox buttons = new HBox(8, tables, segment);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, Parts.scrolling(cards, 16), buttons);
  }

  private VBox card(ImportResult result) {
    ImportReport report = result.imported();
    Label name = new Label(report.table().name());
    name.getStyleClass().add("heading");
    HBox heading = new HBox(8, name, Parts.chip(words.of(report.table().kind()), "accent"));
    heading.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(10, heading, equation(report));
    card.getStyleClass().add("card");
    Counted counted = report.counted();
    if (counted != null && report.table().kind() == TableKind.EVENTS) {
      card.getChildren().add(Parts.wrapped(words.counted(report.table(), counted)));
    }
    RefreshReport refresh = result.refresh();
    if (refresh != null) {
      card.getChildren().add(new ChangeParts(refresh, this::keys, words));
    }
    if (report.keyless() > 0) {
      card.getChildren()
          .add(Parts.notice("warning",
              Parts.wrapped(words.text("data.report.keyless", report.keyless()))));
    }
    report.notes()
        .forEach(note -> card.getChildren()
            .add(Parts.notice("warning", Parts.wrapped(words.texts().text(note)))));
    long invalid = report.table().columns().stream().mapToLong(Column::invalid).sum();
    if (invalid > 0) {
      card.getChildren().add(Parts.wrapped(words.text("mend.invalid", invalid)));
    }
    if (invalid > 0 || report.rowsRejected() > 0) {
      Button mend = Parts.button(words.text("mend.open"), () -> mend(report));
      mend.setId("mend-report");
      card.getChildren().add(Parts.line(8, mend));
    }
    if (!report.rejects().isEmpty()) {
      card.getChildren().addAll(rejectsHeading(report), rejects(report));
    }
    return card;
  }

  private void mend(ImportReport report) {
    models.imports().reports().clear();
    models.mend(report.table(), null);
  }

  private List<String> keys(long[] customers) {
    Dictionary known = workbench.project().data().customers();
    return BitSet.valueOf(customers).stream().limit(ChangeParts.NAMED).mapToObj(known::text).toList();
  }

  /** Rows read = rows stored + rows rejected. */
  private HBox equation(ImportReport report) {
    HBox equation = new HBox(10, figure("data.report.read", report.rowsRead(), "heading"), sign("="),
        figure("data.report.stored", report.rowsStored(), "good"), sign("+"),
        figure("data.report.rejected", report.rowsRejected(), report.rowsRejected() > 0 ? "bad" : "muted"));
    equation.setAlignment(Pos.CENTER_LEFT);
    return equation;
  }

  private VBox figure(String key, long number, String style) {
    Label figure = new Label(words.count(number));
    figure.getStyleClass().addAll("report-figure", style);
    Label what = new Label(words.text(key)); // keys: data.report.*
    what.getStyleClass().addAll("muted", "small");
    return new VBox(figure, what);
  }

  private static Node sign(String sign) {
    Label label = new Label(sign);
    label.getStyleClass().addAll("report-figure", "muted");
    return label;
  }

  private Label rejectsHeading(ImportReport report) {
    boolean all = report.rejects().size() == report.rowsRejected();
    return Parts.wrapped(all
        ? words.text("data.report.rejects")
        : words.text("data.report.rejects.first", report.rejects().size()), "section-label");
  }

  private TableView<Reject> rejects(ImportReport report) {
    TableView<Reject> table = new TableView<>();
    table.setAccessibleText(words.text("data.report.rejects"));
    table.setFixedCellSize(ROW);
    table.getColumns().add(column("data.report.line", 90, reject -> words.count(reject.line())));
    table.getColumns().add(column("data.report.reason", 260, reject -> words.of(reject.reason())));
    TableColumn<Reject, String> raw = column("data.report.raw", 640, reject -> reject.raw().strip());
    raw.getStyleClass().add("mono");
    table.getColumns().add(raw);
    table.getItems().setAll(report.rejects());
    double lines = Math.min(REJECT_LINES, report.rejects().size());
    table.setPrefHeight(lines * ROW + 40);
    table.setMinHeight(Region.USE_PREF_SIZE);
    return table;
  }

  /** What a cell says of a reject. */
  private interface Saying {
    String of(Reject reject);
  }

  private TableColumn<Reject, String> column(String key, double width, Saying saying) {
    TableColumn<Reject, String> column = new TableColumn<>(words.text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        features -> new javafx.beans.property.ReadOnlyStringWrapper(saying.of(features.getValue())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
      }
    });
    return column;
  }
}
