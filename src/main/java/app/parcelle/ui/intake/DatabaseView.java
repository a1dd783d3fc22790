package app.parcelle.ui.intake;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.intake.DatabaseViewModel.Asked;
import app.parcelle.ui.intake.DatabaseViewModel.State;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** A database: how to reach it at the left, what to import of it at the right. */
final class DatabaseView extends VBox {
  private final DatabaseViewModel model;
  private final Leaving leaving;
  private final DataWords words;
  private final VBox answer = new VBox(10);
  private final Button start;
  private final InvalidationListener change = _ -> showAnswer();
  private final InvalidationListener choice = _ -> showChoice();

  /** What happens next. */
  interface Leaving {
    void importing(List<? extends Origin> origins);

    void refreshing(TableVersion table, Origin newer);

    void cancelled();
  }

  DatabaseView(DatabaseViewModel model, FileDialogs files, Leaving leaving, DataWords words) {
    this.model = model;
    this.leaving = leaving;
    this.words = words;
    setSpacing(12);
    getStyleClass().add("workspace");
    start = Parts.button("", this::start, "accent");
    start.setId("import-tables");
    HBox both = new HBox(12, new DatabaseLoginForm(model, files, words), content());
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(Parts.label(title(), "title"),
        Parts.wrapped(words.text("database.promise"), "muted"), both, footer());
    listen();
    showAnswer();
  }

  private String title() {
    TableVersion refreshed = model.refreshed();
    return refreshed == null
        ? words.text("database.title")
        : words.text("database.refresh", refreshed.name());
  }

  private void listen() {
    WeakInvalidationListener answered = new WeakInvalidationListener(change);
    model.state().addListener(answered);
    model.asked().addListener(answered);
    WeakInvalidationListener chosen = new WeakInvalidationListener(choice);
    model.chosen().addListener(chosen);
    model.query().addListener(chosen);
  }

  private VBox content() {
    Segmented<Asked> asked = new Segmented<>(List.of(Asked.values()), this::name);
    asked.setId("database-asked");
    asked.valueProperty().bindBidirectional(model.asked());
    VBox card = new VBox(12, asked, answer);
    card.getStyleClass().add("card");
    HBox.setHgrow(card, Priority.ALWAYS);
    VBox.setVgrow(answer, Priority.ALWAYS);
    return card;
  }

  private String name(Asked asked) {
    return words.text(asked == Asked.TABLES ? "database.tables" : "database.query");
  }

  private void showAnswer() {
    answer.setAlignment(Pos.TOP_LEFT);
    if (model.asked().get() == Asked.QUERY) {
      answer.getChildren().setAll(query());
    } else {
      switch (model.state().get()) {
        case State.Apart() -> alone(new FontIcon(Feather.DATABASE),
            Parts.wrapped(words.text("database.apart"), "muted"));
        case State.Connecting() -> alone(new ProgressIndicator(), new Label(words.text("database.waiting")),
            Parts.button(words.text("database.stop"), model::cancel));
        case State.Refused(var why) -> answer.getChildren()
            .setAll(Parts.notice("bad", Parts.wrapped(words.text("database.refused"), "heading"),
                named("database-problem", Parts.wrapped(words.texts().text(why)))));
        case State.Connected(int tables) -> answer.getChildren().setAll(tables(tables));
      }
    }
    showChoice();
  }

  private void alone(javafx.scene.Node... parts) {
    VBox middle = new VBox(12, parts);
    middle.getStyleClass().add("empty-state");
    VBox.setVgrow(middle, Priority.ALWAYS);
    answer.getChildren().setAll(middle);
  }

  private static <T extends Region> T named(String id, T region) {
    region.setId(id);
    return region;
  }

  private List<Region> tables(int tables) {
    if (tables == 0) {
      return List.of(Parts.notice("warning", Parts.wrapped(words.text("database.none"))));
    }
    TextField search = named("database-search", new TextField());
    search.textProperty().bindBidirectional(model.search());
    search.setPromptText(words.text("database.search"));
    search.setAccessibleText(words.text("database.search"));
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox line = Parts.line(12, Parts.fixed(words.text("database.connected", tables), "good"), search);
    return List.of(line, new DatabaseTableList(model, words));
  }

  private List<Region> query() {
    TextArea query = named("database-sql", new TextArea());
    query.textProperty().bindBidirectional(model.query());
    query.getStyleClass().add("mono");
    query.setPromptText(words.text("database.query.prompt"));
    query.setAccessibleText(words.text("database.query"));
    VBox.setVgrow(query, Priority.ALWAYS);
    return List.of(query, Parts.wrapped(words.text("database.query.what"), "muted", "small"));
  }

  private HBox footer() {
    Button leave = Parts.button(words.text("data.import.leave"), () -> {
      model.leave();
      leaving.cancelled();
    });
    leave.setId("leave-database");
    return Parts.line(8, Parts.gap(), leave, start);
  }

  private void showChoice() {
    start.setText(model.asked().get() == Asked.QUERY
        ? words.text("database.start.query")
        : words.text("database.start", model.chosen().size()));
    start.setDisable(!model.ready());
  }

  private void start() {
    List<? extends Origin> origins = model.origins();
    TableVersion refreshed = model.refreshed();
    model.leave();
    if (refreshed == null) {
      leaving.importing(origins);
    } else {
      leaving.refreshing(refreshed, origins.getFirst());
    }
  }
}
