package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** The tables of the project whose rows are places, by the columns that name them. */
record PlaceTables(Desk desk) {
  /** A column of a table of places. */
  record Names(TableVersion table, Column column) {
    Place.Named place(String name) {
      return new Place.Named(table.name(),
          new FieldRef(column.name(), table.tableId() + "." + column.id()), name);
    }
  }

  /** Towns before postal codes. */
  List<Names> all() {
    List<Names> towns = new ArrayList<>();
    List<Names> codes = new ArrayList<>();
    for (TableVersion table : desk.fields().tables()) {
      boolean places = (table.kind() == TableKind.LOOKUP || table.kind() == TableKind.RAW)
          && PlaceNames.in(table);
      for (Column column : places ? table.columns() : List.<Column>of()) {
        Kind kind = column.meaning().kind();
        if (column.type().isText() && kind != Kind.COUNTRY && kind != Kind.COORDINATES) {
          boolean code = column.type() == ColumnType.IDENTIFIER || kind == Kind.POSTAL_CODE;
          (code ? codes : towns).add(new Names(table, column));
        }
      }
    }
    towns.addAll(codes);
    return towns;
  }

  /** Gives the latitude and longitude of a place; not at all where it is not known. */
  void locate(Place place, BiConsumer<Double, Double> then) {
    switch (place) {
      case Place.Point(var latitude, var longitude) ->
        then.accept(latitude.doubleValue(), longitude.doubleValue());
      case Place.Named named -> names(named)
          .ifPresent(names -> desk.distributions().placeNames(names.table(), names.column(), places -> {
            PlaceNames.Spot spot = places.of(named.value());
            if (spot != null) {
              then.accept(spot.latitude(), spot.longitude());
            }
          }));
    }
  }

  private Optional<Names> names(Place.Named named) {
    return all().stream()
        .filter(names -> names.table().tableId().equals(named.table())
            || Folding.fold(names.table().name()).equals(Folding.fold(named.table())))
        .filter(names -> Folding.fold(names.column().name()).equals(Folding.fold(named.column().name()))
            || (names.table().tableId() + "." + names.column().id()).equals(named.column().id()))
        .findFirst();
  }
}
