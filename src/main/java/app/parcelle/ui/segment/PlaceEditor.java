package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Place;
import app.parcelle.ui.chart.map.AreaMap;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** Where customers are: at most so far from a place, or inside an area that is drawn on a map or chosen from shapes. */
final class PlaceEditor implements ValueEditor {
  private enum Kind {
    NEAR, DRAWN, SHAPES
  }

  private final Desk desk;
  private final Edits edits;
  private final Kind kind;
  private final List<Node> parts = new ArrayList<>();
  private final Button place = new Button();
  private final NumberBox kilometres;
  private Row row;

  PlaceEditor(Desk desk, Row row, Edits edits) {
    this.desk = desk;
    this.edits = edits;
    this.row = row;
    this.kind = kind(row.test());
    List<Kind> kinds = kind == Kind.SHAPES ? List.of(Kind.values()) : List.of(Kind.NEAR, Kind.DRAWN);
    MenuButton kindMenu = Inputs.choice(kinds, kind, k -> desk.text("builder.place." + Operators.id(k)),
        this::become); // keys: builder.place.*
    kindMenu.setAccessibleText(desk.text("builder.operator", desk.text("builder.place.title")));
    kindMenu.getStyleClass().add("operator");
    kilometres = new NumberBox(desk, desk.text("builder.place.kilometres"), 58, km -> {
      Near t = (Near) this.row.test();
      if (km.signum() >= 0) {
        replace(new Near(t.where(), t.place(), km), this.row.blanks());
      }
    });
    place.setMnemonicParsing(false);
    place.getStyleClass().add("value");
    place.setMaxWidth(240);
    parts.add(kindMenu);
    switch (kind) {
      case NEAR -> {
        parts.add(Parts.line(4, kilometres, Parts.fixed(desk.text("builder.place.of"), "muted")));
        Bubble.on(place, this::places);
      }
      case DRAWN -> Bubble.on(place, this::drawing);
      case SHAPES -> Bubble.on(place, this::shapes);
    }
    parts.add(place);
    show(row);
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    boolean places = now.test() instanceof Near || now.test() instanceof InArea;
    if (!places || kind(now.test()) != kind) {
      return false;
    }
    row = now;
    if (now.test() instanceof Near near) {
      kilometres.show(near.kilometres());
    }
    place.setText(words());
    place.setAccessibleText(desk.text("builder.place.title") + " " + place.getText());
    return true;
  }

  private static Kind kind(Condition test) {
    return test instanceof InArea in
        ? in.area() instanceof Area.Shapes ? Kind.SHAPES : Kind.DRAWN
        : Kind.NEAR;
  }

  private void become(Kind other) {
    Condition.Coordinates where = where();
    switch (other) {
      case NEAR -> replace(new Near(where, new Place.Point(BigDecimal.ZERO, BigDecimal.ZERO), BigDecimal.TEN),
          Set.of(Blank.FIRST));
      case DRAWN -> replace(new InArea(where, new Area.Drawn(List.of())), Set.of());
      case SHAPES -> {
        // chosen in a rule only: there is no list of layers to begin with
      }
    }
  }

  private Condition.Coordinates where() {
    return row.test() instanceof Near near ? near.where() : ((InArea) row.test()).where();
  }

  private String words() {
    if (row.blanks().contains(Blank.FIRST)) {
      return desk.text("builder.place.choose");
    }
    return switch (row.test()) {
      case Near(_, Place.Point(BigDecimal latitude, BigDecimal longitude), _) ->
        desk.text("builder.place.point", desk.figures().number(latitude), desk.figures().number(longitude));
      case Near(_, Place.Named named, _) -> named.value();
      case InArea(_, Area.Drawn(var polygons)) -> polygons.isEmpty()
          ? desk.text("builder.place.draw")
          : desk.text("builder.place.polygons", polygons.size());
      case InArea(_, Area.Shapes(_, Set<String> names)) ->
        TextEditor.summary(desk, names.stream().sorted().toList());
      default -> "";
    };
  }

  private Node places() {
    Near near = (Near) row.test();
    Consumer<Place> take = chosen -> replace(new Near(near.where(), chosen, ((Near) row.test()).kilometres()),
        Set.of());
    return new VBox(10, new PlaceSearch(desk, take), map(true, drawn -> {
      Area.Corner corner = drawn.getFirst().getFirst();
      take.accept(new Place.Point(corner.latitude(), corner.longitude()));
    }));
  }

  private Node drawing() {
    return map(false, drawn -> replace(new InArea(where(), new Area.Drawn(drawn)), Set.of()));
  }

  private Node map(boolean single, Consumer<List<List<Area.Corner>>> take) {
    CustomerMap[] map = new CustomerMap[1];
    AreaMap[] drawn = new AreaMap[1];
    drawn[0] = new AreaMap(desk.text(single ? "builder.place.mapPoint" : "builder.place.map"), single,
        polygons -> {
          boolean said = map[0] != null && !(single && polygons.isEmpty());
          if (said) {
            take.accept(polygons.stream().map(ring -> ring.stream().map(map[0]::corner).toList()).toList());
          }
        });
    drawn[0].setPrefSize(460, single ? 260 : 340);
    desk.distributions().places(where(), found -> {
      map[0] = found;
      drawn[0].show(found.cloud());
      drawn[0].show(polygons(found));
    });
    Button clear = Parts.button(desk.text("builder.place.clear"), drawn[0]::clear, "quiet");
    clear.setVisible(!single);
    clear.setManaged(!single);
    return new VBox(6, drawn[0],
        Parts.wrapped(desk.text(single ? "builder.place.hintPoint" : "builder.place.hint"), "muted", "small"),
        clear);
  }

  private List<List<Point2D>> polygons(CustomerMap map) {
    return switch (row.test()) {
      case Near(_, Place.Point point, _) when !row.blanks().contains(Blank.FIRST) ->
        List.of(List.of(map.place(point.latitude(), point.longitude())));
      case InArea(_, Area.Drawn(var polygons)) -> polygons.stream()
          .map(ring -> ring.stream().map(c -> map.place(c.latitude(), c.longitude())).toList())
          .toList();
      default -> List.of();
    };
  }

  private Node shapes() {
    Area.Shapes start = (Area.Shapes) ((InArea) row.test()).area();
    FlowPane chips = new FlowPane(4, 4);
    chips.setPrefWrapLength(420);
    Set<String> all = desk.fields().shapes(start.layer()).orElse(start.names());
    all.stream().sorted().forEach(name -> {
      ToggleButton chip = new ToggleButton(name);
      chip.setMnemonicParsing(false);
      chip.getStyleClass().add("toggle-chip");
      chip.setSelected(start.names().contains(name));
      chip.setOnAction(_ -> {
        Area.Shapes now = (Area.Shapes) ((InArea) row.test()).area();
        Set<String> names = new java.util.TreeSet<>(now.names());
        if (!names.remove(name)) {
          names.add(name);
        }
        replace(new InArea(where(), new Area.Shapes(now.layer(), names)), Set.of());
      });
      chips.getChildren().add(chip);
    });
    return chips;
  }

  private void replace(Condition test, Set<Blank> blanks) {
    edits.replace(new Row(row.id(), test, blanks), false);
  }
}
