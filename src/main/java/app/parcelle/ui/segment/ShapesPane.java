package app.parcelle.ui.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.place.Layer;
import app.parcelle.engine.project.Layers;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.theme.Parts;

/** The layers of the project, and the shapes of one of them to be chosen from a list or on the map. */
final class ShapesPane extends HBox {
  private final Desk desk;
  private final Consumer<Area.Shapes> take;
  private final VBox side = new VBox(8);
  private final PlaceMap map;
  private final ObservableList<String> all = FXCollections.observableArrayList();
  private final FilteredList<String> found = new FilteredList<>(all);
  private final ListView<String> list = new ListView<>(found);
  private InArea test;

  ShapesPane(Desk desk, InArea test, Consumer<Area.Shapes> take) {
    super(12);
    this.desk = desk;
    this.test = test;
    this.take = take;
    side.setPrefWidth(250);
    side.setMinWidth(250);
    map = PlaceMap.ofShapes(desk, test, this::toggle);
    getChildren().addAll(side, map);
    layer(desk.kept().layer(chosen().layer()).or(() -> desk.kept().layers().stream().findFirst()));
  }

  /** The criterion has been changed. */
  void show(InArea now) {
    test = now;
    map.show(now, false);
    list.refresh();
  }

  private Area.Shapes chosen() {
    return (Area.Shapes) test.area();
  }

  private void layer(Optional<Layers.Listed> layer) {
    side.getChildren().setAll(Parts.label(desk.text("builder.layer.title"), "section-label"));
    Button load = Parts.button(desk.text("builder.layer.load"), () -> desk.kept().load(this::take), "quiet");
    load.setId("load-layer");
    if (layer.isEmpty()) {
      side.getChildren().addAll(Parts.wrapped(desk.text("builder.layer.none"), "muted"), load);
      return;
    }
    Layers.Listed now = layer.get();
    side.getChildren().addAll(choice(now), search(now), list, load);
    desk.kept().shapes(now, shapes -> {
      all.setAll(shapes.names());
      map.shapes(shapes);
    });
  }

  /** Another layer, of which nothing is chosen yet. */
  private void take(Layers.Listed layer) {
    if (!Folding.fold(layer.name()).equals(Folding.fold(chosen().layer()))) {
      take.accept(new Area.Shapes(layer.name(), Set.of()));
    }
    layer(Optional.of(layer));
  }

  private HBox choice(Layers.Listed now) {
    List<Layers.Listed> layers = desk.kept().layers();
    MenuButton which = Inputs.choice(layers, now, Layers.Listed::name, this::take);
    which.setAccessibleText(desk.text("builder.layer.title"));
    which.setMinWidth(0);
    HBox line = Parts.line(4, which, Parts.gap());
    Button rename = Parts.iconButton(Feather.EDIT_2, desk.text("builder.layer.rename", now.name()));
    rename.setOnAction(_ -> line.getChildren().setAll(rename(now)));
    Button remove = Parts.iconButton(Feather.TRASH_2, desk.text("builder.layer.remove", now.name()));
    remove.setOnAction(_ -> desk.kept().remove(now, () -> {
      map.shapes(new Layer(now.name(), List.of()));
      Optional<Layers.Listed> other = desk.kept().layers().stream().findFirst();
      take.accept(new Area.Shapes(other.map(Layers.Listed::name).orElse(""), Set.of()));
      layer(other);
    }));
    line.getChildren().addAll(rename, remove);
    return line;
  }

  private TextField rename(Layers.Listed now) {
    TextField name = new TextField(now.name());
    name.setAccessibleText(desk.text("builder.layer.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setOnAction(_ -> desk.kept().rename(now, name.getText(), renamed -> {
      // the criterion in hand goes with it
      take.accept(new Area.Shapes(renamed.name(), chosen().names()));
      layer(Optional.of(renamed));
    }));
    // it can take the focus only once it stands in the window
    name.sceneProperty().subscribe(scene -> {
      if (scene != null) {
        name.requestFocus();
      }
    });
    return name;
  }

  private TextField search(Layers.Listed layer) {
    TextField search = new TextField();
    search.setId("shape-search");
    search.setPromptText(desk.text("builder.layer.search"));
    search.setAccessibleText(desk.text("builder.layer.search"));
    search.textProperty().subscribe(typed -> {
      String folded = Folding.fold(typed);
      found.setPredicate(name -> Folding.fold(name).contains(folded));
    });
    search.setOnAction(_ -> {
      if (!found.isEmpty()) {
        toggle(found.getFirst());
        search.clear();
      }
    });
    list.setId("shapes");
    list.setAccessibleText(desk.text("builder.layer.list", layer.name()));
    list.setFixedCellSize(28);
    list.setPrefHeight(240);
    list.setCellFactory(_ -> new Cell());
    list.setOnKeyPressed(this::key);
    list.getStyleClass().add("check-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    return search;
  }

  private void key(KeyEvent event) {
    String selected = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && selected != null) {
      toggle(selected);
      event.consume();
    }
  }

  private void toggle(String name) {
    Set<String> names = new TreeSet<>(chosen().names());
    if (!names.remove(name)) {
      names.add(name);
    }
    String layer = desk.kept()
        .layer(chosen().layer())
        .or(() -> desk.kept().layers().stream().findFirst())
        .map(Layers.Listed::name)
        .orElse(chosen().layer());
    take.accept(new Area.Shapes(layer, names));
  }

  private final class Cell extends ListCell<String> {
    private final CheckBox box = new CheckBox();

    Cell() {
      box.setMnemonicParsing(false);
      box.setFocusTraversable(false);
      box.setOnAction(_ -> toggle(getItem()));
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      setGraphic(empty || name == null ? null : box);
      if (!empty && name != null) {
        box.setText(name);
        box.setSelected(chosen().names().contains(name));
      }
    }
  }
}
