package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Role;

/** What the columns behind fields stand for. */
public record FieldMeanings(FieldCatalog catalog) {

  Meaning meaning(Field field) {
    return column(field).map(Column::meaning).orElse(Meaning.NONE);
  }

  Role role(Field field) {
    return field instanceof Field.OfCustomer of
        ? of.role()
        : column(field).map(Column::role).orElse(Role.NONE);
  }

  boolean isList(Field field) {
    return meaning(field).kind() == Kind.LIST;
  }

  /** Where customers are, as far as fields say so: one for both, or a latitude and the longitude of the same table. */
  public List<Coordinates> coordinates() {
    List<Coordinates> all = new ArrayList<>();
    for (Field field : catalog.fields()) {
      Kind kind = meaning(field).kind();
      if (kind == Kind.COORDINATES) {
        all.add(new Coordinates(ref(field), null));
      } else if (kind == Kind.LATITUDE) {
        longitudeBeside(field).ifPresent(longitude -> all.add(new Coordinates(ref(field), ref(longitude))));
      }
    }
    return all;
  }

  static FieldRef ref(Field field) {
    return new FieldRef(field.name(), field.id());
  }

  private Optional<Field> longitudeBeside(Field latitude) {
    return catalog.fields()
        .stream()
        .filter(
            other -> meaning(other).kind() == Kind.LONGITUDE && other.tableId().equals(latitude.tableId()))
        .filter(other -> pick(other).equals(pick(latitude)))
        .findFirst();
  }

  private static Optional<Field.Pick> pick(Field field) {
    return field instanceof Field.Lifted lifted ? Optional.of(lifted.pick()) : Optional.empty();
  }

  private Optional<Column> column(Field field) {
    Optional<String> columnId = switch (field) {
      case Field.OfCustomer of -> Optional.of(of.columnId());
      case Field.Lifted lifted -> Optional.of(lifted.columnId());
      default -> Optional.empty();
    };
    return columnId.flatMap(id -> catalog.tables()
        .stream()
        .filter(table -> table.tableId().equals(field.tableId()))
        .findFirst()
        .flatMap(table -> table.withId(id)));
  }
}
