package app.parcelle.engine.segment;

import java.util.List;
import java.util.Optional;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What the field names of a condition mean: fields of customers, or columns of the rows of one table. */
sealed interface Scope {
  /** The reference with its id filled in, and what it refers to. */
  record Found(FieldRef ref, ColumnType type) {}

  Optional<Found> find(FieldRef ref);

  /** What the values of a field stand for; empty where nobody says, or there is no such field. */
  Optional<Meaning> meaning(FieldRef ref);

  /** Says that there is no such field, and which one may be meant. */
  Message unknown(FieldRef ref);

  /** Fields of customers. */
  record Customers(FieldCatalog catalog) implements Scope {
    @Override
    public Optional<Found> find(FieldRef ref) {
      return catalog.find(ref).map(f -> new Found(new FieldRef(f.name(), f.id()), f.type()));
    }

    @Override
    public Message unknown(FieldRef ref) {
      return near(ref.name(), catalog.fields().stream().map(Field::name).toList())
          .map(near -> Message.of("segment.fault.unknownFieldNear", ref.name(), near))
          .orElseGet(() -> Message.of("segment.fault.unknownField", ref.name()));
    }

    @Override
    public Optional<Meaning> meaning(FieldRef ref) {
      return catalog.find(ref).flatMap(field -> switch (field) {
        case Field.OfCustomer column -> meaning(column.tableId(), column.columnId());
        case Field.Lifted column -> meaning(column.tableId(), column.columnId());
        case Field.OfTrait _,Field.Key _,Field.Cluster _,Field.Score _ -> Optional.empty();
      });
    }

    private Optional<Meaning> meaning(String tableId, String columnId) {
      return catalog.tables()
          .stream()
          .filter(t -> t.tableId().equals(tableId))
          .flatMap(t -> t.withId(columnId).stream())
          .map(Column::meaning)
          .findFirst();
    }

    /** The field of that name or id. */
    Optional<Found> named(String nameOrId) {
      return find(FieldRef.named(nameOrId)).or(() -> find(new FieldRef(nameOrId, nameOrId)));
    }

    /** The table of places or the like of that name or id: one whose rows are of no customer. */
    Optional<TableVersion> lookup(String nameOrId) {
      return catalog.tables()
          .stream()
          .filter(t -> t.kind() == TableKind.LOOKUP || t.kind() == TableKind.RAW)
          .filter(t -> t.tableId().equals(nameOrId) || Folding.fold(t.name()).equals(Folding.fold(nameOrId)))
          .findFirst();
    }

    Message unknownTable(String name) {
      return near(name,
          catalog.tables()
              .stream()
              .filter(t -> t.kind() == TableKind.EVENTS)
              .map(TableVersion::name)
              .toList())
          .map(near -> Message.of("segment.fault.unknownTableNear", name, near))
          .orElseGet(() -> Message.of("segment.fault.unknownTable", name));
    }

    Message unknownClustering(String name) {
      return near(name,
          catalog.fields().stream().filter(Field.Cluster.class::isInstance).map(Field::name).toList())
          .map(near -> Message.of("segment.fault.unknownClusteringNear", name, near))
          .orElseGet(() -> Message.of("segment.fault.unknownClustering", name));
    }
  }

  /**
   * Columns of a table.
   *
   * @param before names of the tables of the earlier steps, where the row is that of a step
   */
  record Rows(TableVersion table, List<String> before) implements Scope {
    Rows(TableVersion table) {
      this(table, List.of());
    }

    @Override
    public Optional<Found> find(FieldRef ref) {
      return RowColumns.find(table, ref).map(c -> new Found(RowColumns.ref(table, c), c.type()));
    }

    @Override
    public Optional<Meaning> meaning(FieldRef ref) {
      return RowColumns.find(table, ref).map(Column::meaning);
    }

    @Override
    public Message unknown(FieldRef ref) {
      return near(ref.name(), table.columns().stream().map(Column::name).toList())
          .map(near -> Message.of("segment.fault.unknownColumnNear", ref.name(), table.name(), near))
          .orElseGet(() -> Message.of("segment.fault.unknownColumn", ref.name(), table.name()));
    }
  }

  private static Optional<String> near(String name, List<String> names) {
    return NearestName.of(name, names);
  }
}
