package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;

import app.parcelle.engine.project.Layers;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Place;
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
  /** What is open under the criterion, told what it says. */
  private Consumer<Condition> shown = _ -> {};

  PlaceEditor(Desk desk, Row row, Edits edits) {
    this.desk = desk;
    this.edits = edits;
    this.row = row;
    this.kind = kind(row.test());
    MenuButton kindMenu = Inputs.choice(List.of(Kind.values()), kind,
        k -> desk.text("builder.place." + Operators.id(k)),
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
    shown.accept(now.test());
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
      case SHAPES -> replace(new InArea(where, new Area.Shapes(desk.kept()
          .layers()
          .stream()
          .findFirst()
          .map(Layers.Listed::name)
          .orElse(""), Set.of())), Set.of());
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
      case InArea(_, Area.Shapes(_, Set<String> names)) when names.isEmpty() ->
        desk.text("builder.place.pick");
      case InArea(_, Area.Shapes(_, Set<String> names)) ->
        TextEditor.summary(desk, names.stream().sorted().toList());
      default -> "";
    };
  }

  private Node places() {
    Near near = (Near) row.test();
    Consumer<Place> take = chosen -> replace(new Near(near.where(), chosen, ((Near) row.test()).kilometres()),
        Set.of());
    PlaceMap map = PlaceMap.of(desk, near, take);
    shown = now -> map.show(now, false);
    return new VBox(10, new PlaceSearch(desk, chosen -> {
      take.accept(chosen);
      map.show(row.test(), true);
    }), map);
  }

  private Node drawing() {
    PlaceMap map = PlaceMap.of(desk, (InArea) row.test(),
        drawn -> replace(new InArea(where(), new Area.Drawn(drawn)), Set.of()));
    shown = now -> map.show(now, false);
    return map;
  }

  private Node shapes() {
    ShapesPane pane = new ShapesPane(desk, (InArea) row.test(),
        chosen -> replace(new InArea(where(), chosen), Set.of()));
    shown = now -> pane.show((InArea) now);
    return pane;
  }

  private void replace(Condition test, Set<Blank> blanks) {
    edits.replace(new Row(row.id(), test, blanks), false);
  }
}
