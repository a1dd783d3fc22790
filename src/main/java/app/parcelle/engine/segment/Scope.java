package app.parcelle.engine.segment;

import java.util.List;
import java.util.Optional;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What the field names of a condition mean: fields of customers, or columns of the rows of one table. */
sealed interface Scope {
  /** The reference with its id filled in, and what it refers to. */
  record Found(FieldRef ref, ColumnType type) {}

  Optional<Found> find(FieldRef ref);

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

  /** Columns of an event table. */
  record Rows(TableVersion table) implements Scope {
    @Override
    public Optional<Found> find(FieldRef ref) {
      return RowColumns.find(table, ref).map(c -> new Found(RowColumns.ref(table, c), c.type()));
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
