package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** How to reach a database: its kind, and the fields this kind needs. */
final class DatabaseLoginForm extends VBox {
  private static final double WIDTH = 420;
  private static final double PORT = 96;

  private final DatabaseViewModel model;
  private final FileDialogs files;
  private final DataWords words;
  private final VBox fields = new VBox(12);
  private final Button connect;
  // held here, so that the form is forgotten with its view and not kept by the model
  private final InvalidationListener change = _ -> showFields();
  private final InvalidationListener said = _ -> showComplete();

  DatabaseLoginForm(DatabaseViewModel model, FileDialogs files, DataWords words) {
    this.model = model;
    this.files = files;
    this.words = words;
    setSpacing(16);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxHeight(USE_PREF_SIZE);
    getStyleClass().add("card");
    Segmented<DatabaseKind> kind = new Segmented<>(List.of(DatabaseKind.values()), this::name);
    kind.setId("database-kind");
    kind.valueProperty().bindBidirectional(model.kind());
    connect = Parts.button(words.text("database.connect"), model::connect);
    connect.setId("database-connect");
    getChildren().addAll(kind, fields, Parts.line(8, connect));
    model.kind().addListener(new WeakInvalidationListener(change));
    WeakInvalidationListener complete = new WeakInvalidationListener(said);
    List.<Observable>of(model.host(), model.port(), model.database(), model.address(), model.kind(),
        model.file(),
        model.driver()).forEach(property -> property.addListener(complete));
    showFields();
  }

  private String name(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL -> "PostgreSQL";
      case MYSQL -> "MySQL, MariaDB";
      case SQLITE -> "SQLite";
      case OTHER -> words.text("database.other");
    };
  }

  private void showFields() {
    List<Region> shown = new ArrayList<>();
    switch (model.kind().get()) {
      case POSTGRESQL, MYSQL -> {
        VBox port = field("port", model.port(), new TextField());
        port.setMinWidth(PORT);
        port.setPrefWidth(PORT);
        VBox host = field("host", model.host(), new TextField());
        HBox.setHgrow(host, Priority.ALWAYS);
        shown.add(new HBox(12, host, port));
        shown.add(field("name", model.database(), new TextField()));
        addPerson(shown);
      }
      case SQLITE -> shown.add(file("file", model.file(), "db", "sqlite", "sqlite3"));
      case OTHER -> {
        shown.add(field("url", model.address(), new TextField()));
        shown.add(file("driver", model.driver(), "jar"));
        shown.add(Parts.wrapped(words.text("database.driver.what"), "muted", "small"));
        addPerson(shown);
      }
    }
    fields.getChildren().setAll(shown);
    showComplete();
  }

  private void addPerson(List<Region> shown) {
    shown.add(field("user", model.user(), new TextField()));
    shown.add(field("password", model.password(), new PasswordField()));
    shown.add(Parts.wrapped(words.text("database.password.what"), "muted", "small"));
  }

  private VBox field(String id, StringProperty value, TextField field) {
    field.setId("database-" + id);
    field.textProperty().bindBidirectional(value);
    field.setOnAction(_ -> {
      if (model.complete()) {
        model.connect();
      }
    });
    return Details.labelled(words.text("database." + id), field); // keys: database.*
  }

  private VBox file(String id, ObjectProperty<@Nullable Path> value, String... extensions) {
    Path now = value.get();
    Label chosen = Parts.given(now == null ? "" : String.valueOf(now.getFileName()), "figure");
    Button choose = Parts.button(words.text("database.choose"), () -> files
        .open(Message.of("database.choose." + id), extensions) // keys: database.choose.*
        .stream()
        .findFirst()
        .ifPresent(path -> {
          value.set(path);
          showFields();
        }));
    choose.setId("database-" + id);
    HBox line = Parts.line(10, choose, chosen);
    Label label = Details.section(words.text("database." + id)); // keys: database.*
    label.setLabelFor(choose);
    return new VBox(4, label, line);
  }

  private void showComplete() {
    connect.setDisable(!model.complete());
  }
}
