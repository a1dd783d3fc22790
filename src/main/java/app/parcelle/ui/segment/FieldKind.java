package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** How the palette sorts what criteria can be made of, in this order. */
enum FieldKind {
  VALUE, EVENTS, GEOGRAPHY, DEMOGRAPHY, CONSENT, CLUSTERS;

  private static final Set<String> PLACE_WORDS = Set.of("pays", "country", "ville", "city", "region",
      "province",
      "departement", "county", "postal", "zip", "postcode", "address", "adresse", "commune");

  /** Everything in the catalog by kind; kinds with nothing in them are left out. */
  static Map<FieldKind, List<Source>> sort(FieldCatalog catalog) {
    Map<FieldKind, List<Source>> sorted = new EnumMap<>(FieldKind.class);
    for (TableVersion table : catalog.tables()) {
      if (table.kind() == TableKind.EVENTS) {
        sorted.computeIfAbsent(EVENTS, kind -> new ArrayList<>()).add(new Source.OfEvents(table));
      }
    }
    for (Field field : catalog.fields()) {
      sorted.computeIfAbsent(of(field, catalog), kind -> new ArrayList<>()).add(new Source.OfField(field));
    }
    return sorted;
  }

  static FieldKind of(Field field, FieldCatalog catalog) {
    return switch (field) {
      case Field.OfTrait _,Field.Score _ -> VALUE;
      case Field.Cluster _ -> CLUSTERS;
      case Field.Key _ -> DEMOGRAPHY;
      case Field.OfCustomer column -> of(column.role(), column.name());
      case Field.Lifted lifted -> of(roleOf(lifted, catalog), lifted.name());
    };
  }

  private static FieldKind of(Role role, String name) {
    return switch (role) {
      case CONSENT -> CONSENT;
      case PLACE -> GEOGRAPHY;
      case AMOUNT, QUANTITY, UNIT_PRICE -> VALUE;
      case CUSTOMER_KEY, ORDER_KEY, EVENT_TIME, PRODUCT, LOOKUP_KEY, NONE ->
        isPlace(name) ? GEOGRAPHY : DEMOGRAPHY;
    };
  }

  private static boolean isPlace(String name) {
    return List.of(Folding.fold(name).split("[^\\p{L}]+")).stream().anyMatch(PLACE_WORDS::contains);
  }

  private static Role roleOf(Field.Lifted lifted, FieldCatalog catalog) {
    Optional<Column> column = catalog.tables()
        .stream()
        .filter(table -> table.tableId().equals(lifted.tableId()))
        .findFirst()
        .flatMap(table -> table.withId(lifted.columnId()));
    return column.map(Column::role).orElse(Role.NONE);
  }
}
