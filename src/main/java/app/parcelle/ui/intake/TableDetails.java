package app.parcelle.ui.intake;

import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.chart.Histogram;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Right of the columns: which rows count, the chosen column, and taking the table away. */
final class TableDetails extends VBox {
  private final DataModels models;
  private final TablesViewModel model;
  private final TableVersion table;
  private final Consumer<TableVersion> refresh;
  private final DataWords words;
  private final ZoneId zone;
  private final VBox columnPart = new VBox(10);
  private final VBox problem = Parts.notice("bad");
  private final InvalidationListener columnChange = _ -> showColumn();
  private final InvalidationListener problemChange = _ -> showProblem();

  TableDetails(DataModels models, TableVersion table, Consumer<TableVersion> refresh, DataWords words,
      ZoneId zone) {
    this.models = models;
    this.model = models.tables();
    this.table = table;
    this.refresh = refresh;
    this.words = words;
    this.zone = zone;
    getStyleClass().add("side-panel");
    VBox parts = new VBox(16);
    if (table.kind() == TableKind.EVENTS) {
      parts.getChildren().addAll(sale(), rule());
    }
    parts.getChildren().addAll(columnPart, refreshing(), removal());
    getChildren().add(Parts.scrolling(parts, 14));
    model.column().addListener(new WeakInvalidationListener(columnChange));
    model.shapes().addListener(new WeakInvalidationListener(columnChange));
    model.ruleProblem().addListener(new WeakInvalidationListener(problemChange));
    showColumn();
    showProblem();
  }

  private VBox sale() {
    Button change = Parts.button(words.text("sale.change"), () -> models.define(table));
    change.setId("define-sale");
    return new VBox(8, Parts.wrapped(models.sale().sentence(table)), change);
  }

  private VBox rule() {
    Label title = new Label(words.text("data.rule"));
    title.getStyleClass().add("heading");
    TextArea text = new TextArea(table.countsWhen() == null ? "" : table.countsWhen());
    text.setId("rule");
    text.setPromptText(words.text("data.rule.prompt"));
    text.setAccessibleText(words.text("data.rule"));
    text.setPrefRowCount(3);
    text.setWrapText(true);
    text.getStyleClass().add("mono");
    Button apply = new Button(words.text("data.rule.apply"));
    apply.setId("apply-rule");
    apply.disableProperty().bind(model.working());
    apply.setOnAction(_ -> model.countWhen(text.getText()));
    text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
        model.countWhen(text.getText());
        event.consume();
      }
    });
    HBox buttons = new HBox(8, apply);
    buttons.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, title, Parts.wrapped(words.text("data.rule.what"), "muted", "small"), text, problem,
        buttons);
  }

  private void showProblem() {
    Message message = model.ruleProblem().get();
    problem.setVisible(message != null);
    problem.setManaged(message != null);
    if (message != null) {
      Label heading = new Label(words.text("data.rule.refused"));
      heading.getStyleClass().add("heading");
      problem.getChildren().setAll(heading, Parts.wrapped(words.texts().text(message)));
    }
  }

  private void showColumn() {
    Column column = model.column().get();
    columnPart.getChildren().clear();
    if (column == null) {
      columnPart.getChildren().add(Parts.wrapped(words.text("data.column.choose"), "muted"));
      return;
    }
    Label title = Parts.wrapped(column.name(), "heading");
    Wrapping chips = new Wrapping(Parts.chip(words.of(column.type())));
    if (!column.meaning().is(Meaning.Kind.NONE)) {
      chips.getChildren().add(Parts.chip(words.of(column.meaning())));
    }
    if (column.role() != Role.NONE) {
      chips.getChildren().add(Parts.chip(words.of(column.role()), "accent"));
    }
    columnPart.getChildren().addAll(title, chips);
    ColumnShape shape = model.shapes().get(column.id());
    if (shape != null && !shape.empty() && !shape.allDifferent()) {
      columnPart.getChildren().add(distribution(column, shape));
    }
    long valid = table.rows() - column.missing();
    columnPart.getChildren()
        .add(new VBox(Details.line(words.text("data.column.filled"), words.count(valid)),
            Details.line(words.text("data.column.missing"), words.count(column.missing() - column.invalid())),
            Details.line(words.text("data.column.invalid"), words.count(column.invalid()),
                column.invalid() > 0 ? "bad" : "muted")));
    if (column.invalid() > 0) {
      Button mend = Parts.button(words.text("mend.open.column"), () -> models.mend(table, column));
      mend.setId("mend-column");
      columnPart.getChildren().add(mend);
    }
    String other = column.ambiguous();
    if (other != null) {
      columnPart.getChildren()
          .add(Parts.notice("warning", Parts.wrapped(words.text("data.ambiguous.stored", other))));
    }
  }

  private VBox distribution(Column column, ColumnShape shape) {
    Histogram histogram = new Histogram(words.text("data.shape.of", column.name()));
    histogram.setPrefHeight(64);
    histogram.setMinHeight(64);
    histogram.show(shape.bars());
    String most = shape.mostFrequent();
    boolean steps = shape.frequent().isEmpty();
    Label low = Parts.wrapped(steps
        ? words.value(column, shape.low(), zone)
        : words.text("data.shape.most", most == null ? "" : words.frequent(column, most)), "muted", "small");
    Label high = Parts.fixed(steps ? words.value(column, shape.high(), zone) : "", "muted", "small");
    HBox ends = new HBox(8, low, Parts.gap(), high);
    return new VBox(4, Details.section(words.text("data.shape")), histogram, ends);
  }

  private VBox refreshing() {
    Button button = Parts.button(words.text("change.refresh"), () -> refresh.accept(table));
    button.setId("refresh-table");
    button.disableProperty().bind(model.working());
    Button mend = Parts.button(words.text("mend.open.table"), () -> models.mend(table, null));
    mend.setId("mend-table");
    return new VBox(6, mend, button, Parts.wrapped(words.text("change.refresh.what"), "muted", "small"));
  }

  private VBox removal() {
    Button remove = new Button(words.text("data.table.remove"));
    remove.setId("remove-table");
    remove.disableProperty().bind(model.working());
    remove.setOnAction(_ -> model.remove());
    return new VBox(6, remove, Parts.wrapped(words.text("data.table.remove.what"), "muted", "small"));
  }
}
