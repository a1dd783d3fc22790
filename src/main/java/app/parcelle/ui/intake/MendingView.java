package app.parcelle.ui.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.intake.MendingViewModel.Sight;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** What of a table was not understood, and the place to say what it should have been. */
final class MendingView extends VBox {
  private final MendingViewModel model;
  private final FileDialogs files;
  private final ZoneId zone;
  private final Runnable leave;
  private final DataWords words;
  private final TableVersion table;
  private final StackPane middle = new StackPane();
  private final HBox filters = Parts.line(12);
  private final HBox footer = Parts.line(8);
  private final InvalidationListener pageChange = _ -> showPage();
  private final InvalidationListener sightChange = _ -> showFilters();
  private final InvalidationListener correctionChange = _ -> showFooter();

  MendingView(MendingViewModel model, TableVersion table, Workbench workbench, Runnable leave,
      DataWords words) {
    this.model = model;
    this.table = table;
    this.files = workbench.files();
    this.zone = workbench.view().get().zone();
    this.leave = leave;
    this.words = words;
    setSpacing(12);
    getStyleClass().add("workspace");
    VBox card = new VBox(middle);
    card.getStyleClass().add("card");
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(heading(), Parts.wrapped(words.text("mend.what"), "muted"), filters, replacing(),
        card, footer);
    WeakInvalidationListener pages = new WeakInvalidationListener(pageChange);
    model.page().addListener(pages);
    model.loading().addListener(pages);
    WeakInvalidationListener sights = new WeakInvalidationListener(sightChange);
    model.sight().addListener(sights);
    WeakInvalidationListener corrections = new WeakInvalidationListener(correctionChange);
    model.corrections().addListener(corrections);
    model.outcomes().addListener(corrections);
    model.mending().addListener(corrections);
    showFilters();
    showPage();
  }

  private HBox heading() {
    Button back = Parts.iconButton(Feather.ARROW_LEFT, words.text("mend.back"));
    back.setId("leave-mending");
    back.setOnAction(_ -> leave.run());
    return Parts.line(8, back, Parts.wrapped(words.text("mend.title", table.name()), "title"));
  }

  // what is looked at

  private void showFilters() {
    Segmented<Sight> sight = new Segmented<>(List.of(Sight.values()), this::name);
    sight.setId("mend-sight");
    sight.valueProperty().set(model.sight().get());
    sight.valueProperty().subscribe((_, chosen) -> model.sight().set(chosen));
    ComboBox<?> filter = model.sight().get() == Sight.ROWS
        ? filter("reason", List.of(Reason.values()), model.reason(), words::of)
        : filter("column", model.columns(), model.column(), this::name);
    Button export = Parts.button(words.text("mend.export"), this::export);
    export.setId("mend-export");
    filters.getChildren().setAll(sight, filter, Parts.gap(), export);
  }

  private String name(Sight sight) {
    return switch (sight) {
      case VALUES -> words.text("mend.sight.values");
      case CELLS -> words.text("mend.sight.cells");
      case ROWS -> words.text("mend.sight.rows");
    };
  }

  private String name(Column column) {
    return words.text("mend.column.count", column.name(), column.invalid());
  }

  private <T> ComboBox<Optional<T>> filter(String id, List<T> choices, ObjectProperty<@Nullable T> value,
      Function<T, String> name) {
    String all = words.text("mend.all." + id); // keys: mend.all.*
    ComboBox<Optional<T>> box = new ComboBox<>();
    box.setId("mend-" + id);
    box.setAccessibleText(all);
    box.getItems().add(Optional.empty());
    choices.forEach(choice -> box.getItems().add(Optional.of(choice)));
    box.setValue(Optional.ofNullable(value.get()));
    box.setConverter(new DialectBar.Naming<>(choice -> choice.map(name).orElse(all)));
    box.setOnAction(_ -> value.set(box.getValue().orElse(null)));
    return box;
  }

  private void export() {
    files.save(Message.of("mend.export.title"), table.name() + ".csv", "csv").ifPresent(model::export);
  }

  /** One rule for many: a part of all texts is replaced. */
  private HBox replacing() {
    TextField part = field("mend-part", "mend.replace.part");
    TextField by = field("mend-by", "mend.replace.with");
    Button replace = Parts.button(words.text("mend.replace.do"),
        () -> model.replace(part.getText(), by.getText()));
    replace.setId("mend-replace");
    replace.disableProperty().bind(part.textProperty().isEmpty().or(model.mending()));
    return Parts.line(8, Parts.fixed(words.text("mend.replace"), "muted"), part,
        Parts.fixed(words.text("mend.replace.by"), "muted"), by, replace);
  }

  private TextField field(String id, String key) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(words.text(key)); // keys: mend.replace.*
    field.setAccessibleText(words.text(key)); // keys: mend.replace.*
    field.setPrefColumnCount(18);
    return field;
  }

  // the page

  private void showPage() {
    if (model.loading().get()) {
      middle.getChildren().setAll(new ProgressIndicator());
    } else if (model.page().isEmpty()) {
      VBox empty = new VBox(12, new FontIcon(Feather.CHECK_CIRCLE), Parts.wrapped(nothing(), "muted"));
      empty.getStyleClass().add("empty-state");
      empty.setId("mend-nothing");
      middle.getChildren().setAll(empty);
    } else {
      middle.getChildren().setAll(new DoubtTable(model, zone, words));
    }
    showFooter();
  }

  private String nothing() {
    return words.text(model.sight().get() == Sight.ROWS ? "mend.none.rows" : "mend.none.values");
  }

  private void showFooter() {
    int rules = model.corrections().size();
    Label prepared = Parts.wrapped(hint(rules), "muted");
    prepared.setId("mend-prepared");
    Button forget = Parts.button(words.text("mend.forget"), this::forget);
    forget.setDisable(rules == 0);
    Button apply = Parts.button(words.text("mend.apply"), model::apply, "accent");
    apply.setId("mend-apply");
    apply.setDisable(!model.ready() || model.mending().get());
    List<Region> parts = new ArrayList<>(List.of(prepared, Parts.gap()));
    if (model.hasPrevious() || model.more().get()) {
      Button previous = Parts.button(words.text("mend.previous"), model::previous);
      previous.setDisable(!model.hasPrevious());
      Button next = Parts.button(words.text("mend.next"), model::next);
      next.setId("mend-next");
      next.setDisable(!model.more().get());
      parts.addAll(List.of(previous, next));
    }
    parts.addAll(List.of(forget, apply));
    footer.getChildren().setAll(parts);
  }

  private String hint(int rules) {
    if (rules > 0) {
      return model.ready() ? words.text("mend.prepared", rules, model.reach()) : words.text("mend.unready");
    }
    boolean cut = model.sight().get() == Sight.VALUES && model.page().size() == MendingViewModel.PAGE;
    return cut ? words.text("mend.most", MendingViewModel.PAGE) : words.text("mend.how");
  }

  private void forget() {
    model.forgetCorrections();
    showPage();
  }
}
