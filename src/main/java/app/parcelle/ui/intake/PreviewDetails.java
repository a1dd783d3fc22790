package app.parcelle.ui.intake;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.Cell;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.ui.theme.Parts;

/** Right of the preview: the table it will be, and the chosen column. */
final class PreviewDetails extends VBox {
  private static final int EXAMPLES = 3;

  private final ImportViewModel model;
  private final PreparedImport file;
  private final DataWords words;
  private final VBox columnPart = new VBox(12);
  private final InvalidationListener change = _ -> showColumn();

  PreviewDetails(ImportViewModel model, PreparedImport file, DataWords words) {
    this.model = model;
    this.file = file;
    this.words = words;
    getStyleClass().add("side-panel");
    VBox parts = new VBox(20);
    ImportPreview preview = file.preview();
    if (preview != null) {
      parts.getChildren().addAll(tablePart(preview), columnPart);
    }
    getChildren().add(Parts.scrolling(parts, 14));
    model.column().addListener(new WeakInvalidationListener(change));
    showColumn();
  }

  private VBox tablePart(ImportPreview preview) {
    VBox part = new VBox(16, new DestinationPane(model, file, preview, words));
    if (file.intoNewTable() && preview.kind() == TableKind.EVENTS) {
      String given = file.options().countsWhen();
      TextArea rule = new TextArea(given == null ? "" : given);
      rule.setId("import-rule");
      rule.setPrefRowCount(2);
      rule.setWrapText(true);
      rule.setPromptText(words.text("data.rule.prompt"));
      rule.getStyleClass().add("mono");
      rule.focusedProperty().addListener((_, _, focused) -> {
        if (!focused) {
          model.counting(rule.getText());
        }
      });
      part.getChildren()
          .addAll(Details.labelled(words.text("data.rule"), rule),
              Parts.wrapped(words.text("data.rule.what"), "muted", "small"));
    }
    boolean ofCustomers = preview.kind() == TableKind.EVENTS || preview.kind() == TableKind.CUSTOMERS;
    if (ofCustomers && preview.columns().stream().noneMatch(column -> column.role() == Role.CUSTOMER_KEY)) {
      part.getChildren()
          .add(Parts.notice("warning", Parts.wrapped(words.text("data.import.keyless"))));
    }
    return part;
  }

  private void showColumn() {
    if (!file.equals(model.current().get())) {
      return; // the columns are those of another file, which has details of its own
    }
    columnPart.getChildren().clear();
    ImportPreview preview = file.preview();
    PreviewColumn column = model.chosenColumn().orElse(null);
    if (preview == null || column == null) {
      columnPart.getChildren().add(Parts.wrapped(words.text("data.column.choose"), "muted"));
      return;
    }
    Label title = Parts.wrapped(column.name(), "heading");
    columnPart.getChildren()
        .addAll(title, Details.labelled(words.text("data.column.type"), types(column)),
            Details.labelled(words.text("data.column.meaning"), meanings(column)),
            Details.labelled(words.text("data.column.role"), roles(column)), figures(column));
    String other = column.ambiguous();
    if (other != null) {
      columnPart.getChildren()
          .add(Parts.notice("warning", Parts.wrapped(words.text("data.ambiguous", other))));
    }
    if (file.options().formats().containsKey(column.name())) {
      Button again = Parts.button(words.text("data.question.again"),
          () -> model.reading(List.of(column.name()), null));
      again.setId("ask-again");
      columnPart.getChildren().add(again);
    }
    if (column.invalid() > 0) {
      columnPart.getChildren().add(invalid(preview, column));
    }
  }

  private ComboBox<ColumnType> types(PreviewColumn column) {
    ComboBox<ColumnType> types = new ComboBox<>();
    types.setId("column-type");
    types.getItems().setAll(ColumnType.values());
    types.setValue(column.type());
    types.setConverter(new DialectBar.Naming<>(words::of));
    types.setOnAction(_ -> model.type(column.name(), types.getValue()));
    return types;
  }

  private ComboBox<Meaning> meanings(PreviewColumn column) {
    ComboBox<Meaning> meanings = new ComboBox<>();
    meanings.setId("column-meaning");
    for (Meaning.Kind kind : Meaning.Kind.values()) {
      meanings.getItems().add(column.meaning().is(kind) ? column.meaning() : Meaning.of(kind));
    }
    meanings.setValue(column.meaning());
    meanings.setConverter(new DialectBar.Naming<>(
        meaning -> meaning.is(Meaning.Kind.NONE) ? words.text("data.meaning.none") : words.of(meaning)));
    meanings.setVisibleRowCount(Meaning.Kind.values().length);
    meanings.setOnAction(_ -> model.meaning(column.name(), meanings.getValue()));
    return meanings;
  }

  private ComboBox<Role> roles(PreviewColumn column) {
    ComboBox<Role> roles = new ComboBox<>();
    roles.setId("column-role");
    roles.getItems().setAll(Role.values());
    roles.setValue(column.role());
    roles.setConverter(new DialectBar.Naming<>(words::of));
    roles.setVisibleRowCount(Role.values().length);
    roles.setOnAction(_ -> model.role(column.name(), roles.getValue()));
    return roles;
  }

  private VBox figures(PreviewColumn column) {
    VBox figures = new VBox(Details.section(words.text("data.sample", column.sampled())),
        Details.line(words.text("data.column.filled"),
            words.count(column.sampled() - column.missing() - column.invalid())),
        Details.line(words.text("data.column.missing"), words.count(column.missing())),
        Details.line(words.text("data.column.invalid"), words.count(column.invalid()),
            column.invalid() > 0 ? "bad" : "muted"));
    String format = column.format();
    if (format != null) {
      figures.getChildren().add(1, Details.line(words.text("data.column.format"), format));
    }
    return figures;
  }

  private VBox invalid(ImportPreview preview, PreviewColumn column) {
    int index = preview.columns().indexOf(column);
    List<String> examples = preview.rows()
        .stream()
        .filter(row -> index < row.size())
        .map(row -> row.get(index))
        .filter(Cell::invalid)
        .map(Cell::text)
        .distinct()
        .limit(EXAMPLES)
        .toList();
    Label heading = Parts.wrapped(words.text("data.invalid.heading", column.invalid()), "heading");
    VBox notice = Parts.notice("bad", heading);
    if (!examples.isEmpty()) {
      notice.getChildren()
          .add(Parts.wrapped(words.text("data.invalid.examples", String.join("  ·  ", examples))));
    }
    notice.getChildren().add(Parts.wrapped(words.text("data.invalid.kept")));
    return notice;
  }
}
