package app.parcelle.ui.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.place.Layer;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.Place;
import app.parcelle.ui.chart.map.AreaMap;
import app.parcelle.ui.chart.map.MapName;
import app.parcelle.ui.chart.map.Outline;
import app.parcelle.ui.theme.Parts;

/** Customers on a map, with what a criterion says of where they are drawn over them. */
final class PlaceMap extends VBox {
  /** How much more than a circle is in sight around it. */
  private static final double AROUND = 2.5;

  private final Desk desk;
  private final AreaMap area;
  private final boolean polygons;
  private Condition test;
  private List<Layer.Shape> shapes = List.of();
  private List<MapName> names = List.of();
  private @Nullable CustomerMap map;

  /** @param take given what is drawn, in degrees: polygons, or one corner that was pointed at */
  private PlaceMap(Desk desk, Condition test, String name, String hint, boolean polygons,
      Consumer<List<List<Area.Corner>>> take) {
    super(6);
    this.desk = desk;
    this.test = test;
    this.polygons = polygons;
    area = new AreaMap(name, !polygons, drawn -> {
      CustomerMap now = map;
      if (now != null && (polygons || !drawn.isEmpty())) {
        take.accept(drawn.stream().map(ring -> ring.stream().map(now::corner).toList()).toList());
      }
    });
    area.setId("place-map");
    area.setMinSize(460, polygons ? 340 : 280);
    area.setPrefSize(460, polygons ? 340 : 280);
    getChildren().addAll(area, buttons(), Parts.wrapped(hint, "muted", "small"));
    setMaxWidth(460);
    desk.distributions().places(where(test), this::found);
    focusedProperty().subscribe(focused -> {
      if (focused) {
        area.requestFocus();
      }
    });
  }

  /** Where the middle of a circle is pointed at. */
  static PlaceMap of(Desk desk, Near near, Consumer<Place> take) {
    return new PlaceMap(desk, near, desk.text("builder.place.mapPoint"),
        desk.text("builder.place.hintPoint"), false, drawn -> {
          Area.Corner corner = drawn.getFirst().getFirst();
          take.accept(new Place.Point(corner.latitude(), corner.longitude()));
        });
  }

  /** Where polygons are drawn. */
  static PlaceMap of(Desk desk, InArea in, Consumer<List<List<Area.Corner>>> take) {
    return new PlaceMap(desk, in, desk.text("builder.place.map"), desk.text("builder.place.hint"), true,
        take);
  }

  /** Where shapes of a layer are pointed at. */
  static PlaceMap ofShapes(Desk desk, InArea in, Consumer<String> toggle) {
    PlaceMap[] made = new PlaceMap[1];
    made[0] = new PlaceMap(desk, in, desk.text("builder.place.mapShapes"),
        desk.text("builder.place.hintShapes"), false, drawn -> {
          made[0].area.show(List.of());
          made[0].shapeAt(drawn.getFirst().getFirst()).ifPresent(toggle);
        });
    return made[0];
  }

  private static Condition.Coordinates where(Condition test) {
    return test instanceof Near near ? near.where() : ((InArea) test).where();
  }

  private HBox buttons() {
    HBox line = Parts.line(4);
    var nearer = Parts.iconButton(Feather.PLUS, desk.text("builder.place.zoomIn"));
    nearer.setOnAction(_ -> area.zoom(true));
    var farther = Parts.iconButton(Feather.MINUS, desk.text("builder.place.zoomOut"));
    farther.setOnAction(_ -> area.zoom(false));
    line.getChildren()
        .addAll(nearer, farther, Parts.button(desk.text("builder.place.all"), area::home, "quiet"));
    if (polygons) {
      line.getChildren()
          .addAll(Parts.gap(), Parts.button(desk.text("builder.place.back"), area::takeBack, "quiet"),
              Parts.button(desk.text("builder.place.clear"), area::clear, "quiet"));
    }
    return line;
  }

  private void found(CustomerMap customers) {
    map = customers;
    area.show(customers.cloud());
    show(test, true);
    new PlaceTables(desk).all()
        .stream()
        .findFirst()
        .ifPresent(first -> desk.distributions()
            .placeNames(first.table(), first.column(),
                places -> desk.distributions().names(customers, places, found -> {
                  names = found;
                  show(test, false);
                })));
    if (!(test instanceof InArea(_, Area.Shapes _))) {
      // a layer under the points says where on earth one is
      desk.kept().layers().stream().findFirst().ifPresent(layer -> desk.kept().shapes(layer, this::shapes));
    }
  }

  /** Shows the shapes of a layer. */
  void shapes(Layer layer) {
    shapes = layer.shapes();
    show(test, false);
  }

  /**
   * Shows what a criterion says now.
   *
   * @param look whether to go where it is
   */
  void show(Condition now, boolean look) {
    test = now;
    CustomerMap customers = map;
    if (customers == null) {
      return;
    }
    switch (now) {
      case Near near -> new PlaceTables(desk).locate(near.place(), (latitude, longitude) -> {
        Point2D middle = customers.place(latitude, longitude);
        double kilometres = near.kilometres().doubleValue();
        boolean nowhere = latitude == 0 && longitude == 0;
        area.show(nowhere ? List.of() : List.of(List.of(middle)));
        overlay(customers, nowhere
            ? List.of()
            : List.of(customers.circle(latitude, longitude, kilometres)));
        if (look && !nowhere) {
          area.lookAt(middle, AROUND * CustomerMap.high(Math.max(kilometres, 1)));
        }
      });
      case InArea(_, Area.Drawn(var rings)) -> {
        area.show(rings.stream()
            .map(ring -> ring.stream().map(c -> customers.place(c.latitude(), c.longitude())).toList())
            .toList());
        overlay(customers, List.of());
      }
      default -> overlay(customers, List.of());
    }
  }

  private void overlay(CustomerMap customers, List<Outline> more) {
    var taken = test instanceof InArea(_, Area.Shapes(_, var wanted)) ? wanted : Set.<String>of();
    area.show(Stream.concat(
        shapes.stream().map(shape -> customers.outline(shape, taken.contains(shape.name()))),
        more.stream()).toList(), names);
  }

  private Optional<String> shapeAt(Area.Corner corner) {
    CustomerMap customers = map;
    if (customers == null) {
      return Optional.empty();
    }
    Point2D place = customers.place(corner.latitude(), corner.longitude());
    return shapes.stream()
        .filter(shape -> customers.outline(shape, false).holds(place.getX(), place.getY()))
        .map(Layer.Shape::name)
        .findFirst();
  }
}
