package app.parcelle.ui.intake;

import java.time.ZoneId;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.store.Mends;
import app.parcelle.engine.table.Column;
import app.parcelle.ui.intake.MendingViewModel.Outcome;
import app.parcelle.ui.intake.MendingViewModel.Sight;
import app.parcelle.ui.theme.Parts;

/** A page of what was not understood, one a line; each line has a field for what it should have been. */
final class DoubtTable extends TableView<Doubt> {
  private static final double ROW = 38;

  private final MendingViewModel model;
  private final DataWords words;
  private final ZoneId zone;

  DoubtTable(MendingViewModel model, ZoneId zone, DataWords words) {
    super(model.page());
    this.model = model;
    this.words = words;
    this.zone = zone;
    Sight sight = model.sight().get();
    setId("doubts");
    setAccessibleText(words.text("mend.what"));
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    if (sight == Sight.VALUES) {
      getColumns().add(number("mend.times", doubt -> words.count(doubt.count())));
    }
    getColumns().add(number(sight == Sight.VALUES ? "mend.first" : "mend.line",
        doubt -> words.count(doubt.line())));
    if (sight != Sight.ROWS) {
      getColumns().add(text("mend.column", 150, doubt -> name(doubt.column())));
    }
    getColumns().add(text("mend.raw", sight == Sight.ROWS ? 320 : 170,
        doubt -> doubt.raw().isBlank() ? words.text("mend.blank") : doubt.raw(), "mono"));
    getColumns().add(text("mend.reason", 170, words::why));
    TableColumn<Doubt, Doubt> mending = column("mend.correction", 360);
    mending.setCellFactory(_ -> new CorrectionCell());
    getColumns().add(mending);
  }

  private static String name(@Nullable Column column) {
    return column == null ? "" : column.name();
  }

  private TableColumn<Doubt, Doubt> number(String key, Function<Doubt, String> say) {
    TableColumn<Doubt, Doubt> column = text(key, 90, say);
    column.getStyleClass().add("number");
    column.setMaxWidth(120);
    return column;
  }

  private TableColumn<Doubt, Doubt> text(String key, double width, Function<Doubt, String> say,
      String... styles) {
    TableColumn<Doubt, Doubt> column = column(key, width);
    column.setCellFactory(_ -> {
      TableCell<Doubt, Doubt> cell = new TableCell<>() {
        @Override
        protected void updateItem(@Nullable Doubt doubt, boolean empty) {
          super.updateItem(doubt, empty);
          setText(empty || doubt == null ? null : say.apply(doubt));
        }
      };
      cell.getStyleClass().addAll(styles);
      return cell;
    });
    return column;
  }

  private TableColumn<Doubt, Doubt> column(String key, double width) {
    TableColumn<Doubt, Doubt> column = new TableColumn<>(words.text(key)); // keys: mend.*
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    return column;
  }

  /** A field for what it should have been, what comes of it, and a button for values that are simply missing. */
  private final class CorrectionCell extends TableCell<Doubt, Doubt> {
    private final TextField field = new TextField();
    private final Label outcome = Parts.fixed("");
    private final Button missing = Parts.iconButton(Feather.SLASH,
        words.text(model.sight().get() == Sight.ROWS ? "mend.put-aside" : "mend.missing"));
    private final HBox line = Parts.line(8, field, outcome, missing);
    private @Nullable Doubt shown;
    private final InvalidationListener checked = _ -> say();

    CorrectionCell() {
      getStyleClass().add("correction");
      model.outcomes().addListener(new WeakInvalidationListener(checked));
      field.setPromptText(words.text("mend.prompt"));
      HBox.setHgrow(field, Priority.ALWAYS);
      field.textProperty().subscribe((_, text) -> written(text));
      field.focusedProperty().subscribe((_, focused) -> {
        if (focused) {
          beginRow();
        }
      });
      missing.setOnAction(_ -> treatAsMissing());
    }

    @Override
    protected void updateItem(@Nullable Doubt doubt, boolean empty) {
      super.updateItem(doubt, empty);
      shown = null;
      Node graphic = null;
      if (!empty && doubt != null) {
        field.setText(model.corrections().getOrDefault(doubt.key(), ""));
        field.setAccessibleText(words.text("mend.correct", doubt.raw()));
        shown = doubt;
        graphic = line;
      }
      setGraphic(graphic);
      say();
    }

    /** A row is mended from what it was. */
    private void beginRow() {
      Doubt doubt = shown;
      if (doubt != null && doubt.column() == null && field.getText().isEmpty()) {
        field.setText(doubt.raw());
      }
    }

    private void written(String text) {
      Doubt doubt = shown;
      if (doubt != null) {
        boolean asItWas = text.equals(doubt.raw());
        if (text.isBlank() || asItWas) {
          model.forget(doubt);
        } else {
          model.correct(doubt, text);
        }
        say();
      }
    }

    private void treatAsMissing() {
      Doubt doubt = shown;
      if (doubt != null) {
        field.clear();
        model.correct(doubt, "");
        say();
      }
    }

    private void say() {
      Doubt doubt = shown;
      Outcome found = doubt == null ? null : model.outcomes().get(doubt.key());
      outcome.getStyleClass().setAll("label", "chip");
      outcome.setVisible(found != null);
      if (doubt == null || found == null) {
        outcome.setText("");
        return;
      }
      switch (found) {
        case Outcome.Checking() -> outcome.setText(words.text("mend.checking"));
        case Outcome.Nothing() -> tell("warning",
            words.text(doubt.column() == null ? "mend.aside" : "mend.as-missing"));
        case Outcome.Value(Mends.Value value) -> tell("good", said(doubt, value));
        case Outcome.Unfit() -> tell("bad", words.text("mend.unfit"));
        case Outcome.Again() -> tell("good", words.text("mend.again"));
      }
    }

    private void tell(String style, String text) {
      outcome.getStyleClass().add(style);
      outcome.setText(text);
    }

    private String said(Doubt doubt, Mends.Value value) {
      Long number = value.number();
      return number == null || doubt.column() == null
          ? words.text("mend.as-missing")
          : words.value(doubt.column().type(), number, value.scale(), zone);
    }
  }
}
