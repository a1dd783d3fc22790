package app.parcelle.ui.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.RejectLimit;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.project.Fit;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;

/** Where the rows of an import go, and to which customers they belong: said in words, and to choose. */
final class DestinationPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ImportViewModel model;
  private final DataWords words;

  /** What rows do to those that a table has. */
  private enum Way {
    UPDATE, APPEND, REPLACE
  }

  DestinationPane(ImportViewModel model, PreparedImport shown, ImportPreview preview, DataWords words) {
    super(12);
    this.model = model;
    this.words = words;
    TableVersion table = table(shown.destination());
    getChildren().addAll(Parts.label(words.text("destination.title"), "heading"), tables(table));
    if (table == null) {
      getChildren().addAll(name(preview),
          Parts.wrapped(words.text("destination.new.what"), "muted", "small"));
    } else {
      addWays(shown.destination(), table);
      model.fit(shown).ifPresent(this::addFit);
    }
    getChildren().add(Parts.wrapped(customers(preview), "small"));
    if (table == null) {
      getChildren().add(new LinkProposals(model, shown, words));
    }
    getChildren().add(limit(shown.options().mostRejected()));
  }

  /** How many rejected lines stop the import; what is written and no number is left as it is, and marked. */
  private VBox limit(@Nullable RejectLimit present) {
    TextField most = new TextField(present == null ? "" : present.toString());
    most.setId("most-rejected");
    most.setPromptText(words.text("destination.limit.none"));
    Runnable take = () -> {
      String written = most.getText().strip();
      RejectLimit said = RejectLimit.of(written);
      most.pseudoClassStateChanged(WRONG, said == null && !written.isEmpty());
      if (!Objects.equals(said, present) && (said != null || written.isEmpty())) {
        model.change(shown -> shown.limited(said));
      }
    };
    most.setOnAction(_ -> take.run());
    most.focusedProperty().subscribe((_, focused) -> {
      if (!focused) {
        take.run();
      }
    });
    VBox field = Details.labelled(words.text("destination.limit"), most);
    field.getChildren().add(Parts.wrapped(words.text("destination.limit.what"), "muted", "small"));
    return field;
  }

  private @Nullable TableVersion table(Destination destination) {
    String id = switch (destination) {
      case Destination.NewTable() -> null;
      case Destination.Append(String table) -> table;
      case Destination.Replace(String table) -> table;
      case Destination.Update(String table, _) -> table;
    };
    return model.tables().stream().filter(table -> table.tableId().equals(id)).findFirst().orElse(null);
  }

  private ComboBox<Optional<TableVersion>> tables(@Nullable TableVersion present) {
    ComboBox<Optional<TableVersion>> tables = new ComboBox<>();
    tables.getItems().add(Optional.empty());
    model.tables().forEach(table -> tables.getItems().add(Optional.of(table)));
    tables.setId("destination-table");
    tables.setAccessibleText(words.text("destination.title"));
    tables.setMaxWidth(Double.MAX_VALUE);
    tables.setValue(Optional.ofNullable(present));
    tables.setConverter(new DialectBar.Naming<>(
        choice -> choice.map(TableVersion::name).orElseGet(() -> words.text("destination.new"))));
    tables.setOnAction(_ -> model.destination(tables.getValue()
        .map(chosen -> destination(usual(chosen), chosen, null))
        .orElseGet(Destination.NewTable::new)));
    return tables;
  }

  private VBox name(ImportPreview preview) {
    TextField name = new TextField(preview.tableName());
    name.setId("table-name");
    name.setOnAction(_ -> model.table(name.getText()));
    name.focusedProperty().addListener((_, _, focused) -> {
      if (!focused && !name.getText().strip().equals(preview.tableName())) {
        model.table(name.getText());
      }
    });
    return Details.labelled(words.text("data.import.table.name"), name);
  }

  // what becomes of the rows that are there

  private Way usual(TableVersion table) {
    return model.usualKey(table.tableId()).isPresent() ? Way.UPDATE : Way.APPEND;
  }

  private Destination destination(Way way, TableVersion table, @Nullable Column key) {
    String id = table.tableId();
    return switch (way) {
      case APPEND -> new Destination.Append(id);
      case REPLACE -> new Destination.Replace(id);
      case UPDATE -> new Destination.Update(id, key == null ? firstKey(table).id() : key.id());
    };
  }

  private Column firstKey(TableVersion table) {
    return model.usualKey(table.tableId()).orElseGet(() -> keys(table).getFirst());
  }

  private static List<Column> keys(TableVersion table) {
    return table.columns().stream().filter(Column::isOwn).toList();
  }

  private void addWays(Destination destination, TableVersion table) {
    Way way = switch (destination) {
      case Destination.Update(_, _) -> Way.UPDATE;
      case Destination.Replace(_) -> Way.REPLACE;
      default -> Way.APPEND;
    };
    getChildren().add(Details.labelled(words.text("destination.way"), choice("destination-way",
        List.of(Way.values()), way, this::name,
        chosen -> model.destination(destination(chosen, table, null)))));
    if (destination instanceof Destination.Update(_, String keyId)) {
      Column key = table.withId(keyId).orElseGet(() -> firstKey(table));
      getChildren().addAll(
          Details.labelled(words.text("destination.key"),
              choice("destination-key", keys(table), key, Column::name,
                  chosen -> model.destination(destination(Way.UPDATE, table, chosen)))),
          what(words.text("destination.update.what", key.name(), table.name())));
    } else {
      getChildren().add(what(way == Way.REPLACE
          ? words.text("destination.replace.what", table.rows(), table.name())
          : words.text("destination.append.what", table.rows(), table.name())));
    }
  }

  private static javafx.scene.control.Label what(String sentence) {
    javafx.scene.control.Label what = Parts.wrapped(sentence, "muted", "small");
    what.setId("destination-what");
    return what;
  }

  private String name(Way way) {
    return switch (way) {
      case APPEND -> words.text("destination.append");
      case UPDATE -> words.text("destination.update");
      case REPLACE -> words.text("destination.replace");
    };
  }

  private static <T> ComboBox<T> choice(String id, List<T> choices, T present, Function<T, String> name,
      Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(choices);
    box.setValue(present);
    box.setConverter(new DialectBar.Naming<>(name));
    box.setOnAction(_ -> chosen.accept(box.getValue()));
    return box;
  }

  private void addFit(Fit fit) {
    if (fit.refusal() != null) {
      getChildren().add(Parts.notice("bad", Parts.wrapped(words.texts().text(fit.refusal()))));
      return;
    }
    if (!fit.missing().isEmpty()) {
      getChildren().add(Parts.notice("warning", Parts.wrapped(words.text("destination.missing",
          words.some(fit.missing().stream().map(Column::name).toList())))));
    }
    if (!fit.added().isEmpty()) {
      getChildren().add(Parts.notice("warning",
          Parts.wrapped(words.text("destination.added", words.some(fit.added())))));
    }
  }

  /** Which customers the rows belong to. */
  private String customers(ImportPreview preview) {
    return preview.columns()
        .stream()
        .filter(column -> column.role() == Role.CUSTOMER_KEY)
        .findFirst()
        .map(key -> words.text("destination.customers", key.name()))
        .orElseGet(() -> words.text("destination.customers.none"));
  }
}
