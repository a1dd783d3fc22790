package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;

/** A place by its name or postal code in a table of places, or by its latitude and longitude. */
final class PlaceSearch extends VBox {
  /** A column of a table of places. */
  private record Names(TableVersion table, Column column) {}

  private final Desk desk;

  PlaceSearch(Desk desk, Consumer<Place> take) {
    super(6);
    this.desk = desk;
    List<Names> all = names();
    if (!all.isEmpty()) {
      Names[] now = {all.getFirst()};
      MenuButton by = Inputs.choice(all, now[0], n -> n.column().name(), n -> now[0] = n);
      by.setAccessibleText(desk.text("builder.place.by"));
      TextField name = new TextField();
      name.setPromptText(desk.text("builder.place.name"));
      name.setAccessibleText(desk.text("builder.place.name"));
      name.setOnAction(_ -> {
        if (!name.getText().isBlank()) {
          Names from = now[0];
          take.accept(new Place.Named(from.table().name(),
              new FieldRef(from.column().name(), from.table().tableId() + "." + from.column().id()),
              name.getText().strip()));
        }
      });
      HBox.setHgrow(name, Priority.ALWAYS);
      getChildren().add(Parts.line(6, by, name));
    }
    TextField degrees = new TextField();
    degrees.setPromptText(desk.text("builder.place.degrees"));
    degrees.setAccessibleText(desk.text("builder.place.degrees"));
    degrees.setOnAction(_ -> point(degrees.getText()).ifPresent(take));
    getChildren().add(degrees);
  }

  /** Two numbers with a semicolon or spaces between them; a comma too, where it is not the decimal sign. */
  private Optional<Place> point(String text) {
    String between = text.contains(";")
        ? ";"
        : text.contains(", ") ? ", " : text.strip().contains(" ") ? " " : ",";
    int at = text.indexOf(between);
    if (at < 0) {
      return Optional.empty();
    }
    return desk.figures()
        .parse(text.substring(0, at).strip())
        .or(() -> plain(text.substring(0, at)))
        .flatMap(latitude -> desk.figures()
            .parse(text.substring(at + between.length()).strip())
            .or(() -> plain(text.substring(at + between.length())))
            .filter(longitude -> latitude.abs().intValue() <= 90 && longitude.abs().intValue() <= 180)
            .map(longitude -> new Place.Point(latitude, longitude)));
  }

  private static Optional<java.math.BigDecimal> plain(String text) {
    return text.strip().matches("-?\\d{1,3}(\\.\\d+)?")
        ? Optional.of(new java.math.BigDecimal(text.strip()))
        : Optional.empty();
  }

  /** The texts of lookup tables that have a latitude and a longitude. */
  private List<Names> names() {
    List<Names> all = new ArrayList<>();
    for (TableVersion table : desk.fields().tables()) {
      boolean places = table.kind() == TableKind.LOOKUP
          && table.columns().stream().anyMatch(column -> column.meaning().kind() == Kind.LATITUDE)
          && table.columns().stream().anyMatch(column -> column.meaning().kind() == Kind.LONGITUDE);
      if (places) {
        table.columns()
            .stream()
            .filter(column -> column.type().isText())
            .forEach(column -> all.add(new Names(table, column)));
      }
    }
    return all;
  }
}
