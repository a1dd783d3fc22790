package app.parcelle.ui.intake;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.project.SavedImport;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.WaysIn;
import app.parcelle.ui.shell.WaysInButtons;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;

/** The tables of the project at the left, the columns of one in the middle, its rule and a column's details right. */
final class TablesView extends HBox {
  private static final double ENTRY_WIDTH = 180;

  private final Workbench workbench;
  private final DataModels models;
  private final TablesViewModel model;
  private final DataWords words;
  private final InvalidationListener change = _ -> build();

  TablesView(Workbench workbench, DataModels models, DataWords words) {
    this.workbench = workbench;
    this.models = models;
    this.model = models.tables();
    this.words = words;
    getStyleClass().add("tables");
    WeakInvalidationListener weak = new WeakInvalidationListener(change);
    model.tables().addListener(weak);
    model.current().addListener(weak);
    build();
  }

  private void build() {
    TableVersion table = model.current().get();
    if (table == null) {
      getChildren().setAll(empty());
    } else {
      VBox middle = new VBox(12, heading(table), columns(table));
      middle.getStyleClass().add("workspace");
      HBox.setHgrow(middle, Priority.ALWAYS);
      getChildren().setAll(list(table), middle,
          new TableDetails(models, table, this::refresh, words, workbench.view().get().zone()));
    }
  }

  private VBox empty() {
    Label title = new Label(words.text("data.empty.title"));
    title.getStyleClass().add("title");
    Label what = Parts.wrapped(words.text("data.empty.what"), "muted");
    what.setMaxWidth(520);
    WaysInButtons ways = new WaysInButtons(WaysIn.of(workbench), words.texts());
    ways.setAlignment(Pos.CENTER);
    VBox empty = new VBox(12, new FontIcon(Feather.DATABASE), title, what, ways);
    empty.getStyleClass().addAll("workspace", "empty-state");
    HBox.setHgrow(empty, Priority.ALWAYS);
    return empty;
  }

  private VBox list(TableVersion shown) {
    VBox list = new VBox(4, Details.section(words.text("data.tables")));
    for (TableVersion table : model.tables()) {
      list.getChildren().add(entry(table, table.equals(shown)));
    }
    if (model.tables().size() > 1) {
      Button links = Parts.button(words.text("link.open"), models::link);
      links.setId("see-links");
      VBox.setMargin(links, new Insets(12, 0, 0, 0));
      list.getChildren().add(links);
    }
    VBox panel = new VBox(Parts.scrolling(list, 11));
    panel.getStyleClass().addAll("side-panel", "left");
    return panel;
  }

  private ToggleButton entry(TableVersion table, boolean selected) {
    Label name = new Label(table.name());
    name.getStyleClass().add("heading");
    Label what = new Label(words.text("data.table.what", words.of(table.kind()), table.rows()));
    what.getStyleClass().addAll("muted", "small");
    what.setWrapText(true);
    VBox both = new VBox(2, name, what);
    both.setMinWidth(ENTRY_WIDTH);
    // a row asks how high a wrapped text is for its width; a column or a button would not
    ToggleButton entry = new ToggleButton(null, new HBox(both));
    entry.setId("table-" + table.tableId());
    entry.getStyleClass().add("table-entry");
    entry.setAccessibleText(table.name());
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.setSelected(selected);
    entry.setOnAction(_ -> {
      entry.setSelected(true);
      model.look(table);
    });
    return entry;
  }

  private HBox heading(TableVersion table) {
    Label title = Parts.wrapped(table.name(), "title");
    HBox heading = new HBox(8, title, Parts.chip(words.of(table.kind()), "accent"),
        Parts.chip(words.text("data.rows", table.rows())),
        Parts.chip(words.text("data.columns", table.columns().size())), Parts.gap(), profileButton(table),
        WaysInButtons.menu(WaysIn.of(workbench), words.texts()));
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private Button profileButton(TableVersion table) {
    Button button = Parts.button(words.text("data.profile"),
        () -> workbench.go(new Place.Profile(table.tableId())));
    button.setId("profile-table");
    return button;
  }

  private VBox columns(TableVersion table) {
    ColumnTable columns = new ColumnTable(model, table, words);
    VBox.setVgrow(columns, Priority.ALWAYS);
    VBox card = new VBox(columns);
    card.getStyleClass().add("card");
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  /** Asks for newer rows of a table. */
  private void refresh(TableVersion table) {
    SavedImport.Live live = model.live(table);
    if (live == null) {
      WaysIn.of(workbench).choose().ifPresent(newer -> models.imports().refresh(table, newer));
    } else {
      models.refresh(table, live);
    }
  }

  /** The identity of what is shown, for tests. */
  @Nullable
  TableVersion table() {
    return model.current().get();
  }
}
