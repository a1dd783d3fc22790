package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.chart.Histogram;
import app.parcelle.ui.segment.Dragging.Load;
import app.parcelle.ui.theme.Parts;

/** All that criteria can be made of, by kind, with a search. A field is taken by a double click, Enter or a drag. */
final class PaletteView extends VBox {
  private final Desk desk;
  private final Consumer<Source> take;
  private final boolean side;
  private final TextField search = new TextField();
  private final VBox list = new VBox(1);

  /** @param side stands at the side of the screen, with distributions and dragging, rather than in a bubble */
  PaletteView(Desk desk, Consumer<Source> take, boolean side) {
    super(8);
    this.desk = desk;
    this.take = take;
    this.side = side;
    search.setPromptText(desk.text("builder.palette.search"));
    search.setAccessibleText(desk.text("builder.palette.search"));
    search.textProperty().addListener((_, _, _) -> show());
    search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.DOWN) {
        items().stream().findFirst().ifPresent(Node::requestFocus);
        event.consume();
      }
    });
    search.setOnAction(_ -> items().stream().findFirst().ifPresent(item -> take.accept(item.source)));
    getStyleClass().add("palette");
    getChildren().addAll(search, Parts.scrolling(list, 11));
    focusedProperty().subscribe(focused -> {
      if (focused) {
        search.requestFocus();
      }
    });
    show();
  }

  void show() {
    String wanted = Folding.fold(search.getText());
    list.getChildren().clear();
    Map<FieldKind, List<Source>> kinds = FieldKind.sort(desk.fields());
    kinds.forEach((kind, sources) -> {
      List<Item> items = sources.stream()
          .filter(source -> Folding.fold(desk.title(source)).contains(wanted))
          .map(Item::new)
          .toList();
      if (!items.isEmpty()) {
        Label heading = Parts.label(
            desk.text("builder.kind." + Operators.id(kind)), "section-label"); // keys: builder.kind.*
        heading.getStyleClass().add("palette-kind");
        list.getChildren().add(heading);
        list.getChildren().addAll(items);
      }
    });
    if (list.getChildren().isEmpty()) {
      Label none = Parts.label(desk.text(kinds.isEmpty() ? "builder.palette.noData" : "builder.palette.none"),
          "muted");
      none.setWrapText(true);
      list.getChildren().add(none);
    }
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (Node node : list.getChildren()) {
      if (node instanceof Item item) {
        items.add(item);
      }
    }
    return items;
  }

  private void step(Item from, int by) {
    List<Item> items = items();
    int next = items.indexOf(from) + by;
    if (next < 0) {
      search.requestFocus();
    } else if (next < items.size()) {
      items.get(next).requestFocus();
    }
  }

  private final class Item extends HBox {
    private final Source source;

    Item(Source source) {
      super(8);
      this.source = source;
      String title = desk.title(source);
      setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("palette-item");
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.BUTTON);
      setAccessibleText(desk.text("builder.palette.add", title));
      Label name = new Label(title);
      name.setMinWidth(0);
      name.setWrapText(true);
      HBox.setHgrow(name, Priority.SOMETIMES);
      if (side) {
        Region handle = new Region();
        handle.getStyleClass().add("handle");
        Tooltip.install(this, new Tooltip(desk.text("builder.palette.hint", title)));
        getChildren().addAll(handle, name, Parts.gap(), spark(title));
        desk.dragging().from(this, () -> new Load.Fresh(source), () -> title);
      } else {
        getChildren().add(name);
      }
      addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == (side ? 2 : 1)) {
          take.accept(source);
        }
      });
      addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private Node spark(String title) {
      Histogram spark = new Histogram(desk.text("builder.palette.distribution", title), 42, 14);
      shape().ifPresent(field -> desk.distributions()
          .of(field,
              found -> spark.show(found.bars().stream().mapToLong(Integer::longValue).toArray())));
      return spark;
    }

    /** The field whose values are drawn; for events how many each customer has. */
    private java.util.Optional<Field> shape() {
      return switch (source) {
        case Source.OfField(Field field) -> java.util.Optional.of(field);
        case Source.OfEvents events -> desk.fields()
            .fields()
            .stream()
            .filter(f -> f instanceof Field.OfTrait of && of.trait() == Trait.FREQUENCY
                && of.tableId().equals(events.table().tableId()))
            .findFirst();
      };
    }

    private void key(KeyEvent event) {
      switch (event.getCode()) {
        case ENTER, SPACE -> take.accept(source);
        case DOWN -> step(this, 1);
        case UP -> step(this, -1);
        default -> {
          return;
        }
      }
      event.consume();
    }
  }
}
