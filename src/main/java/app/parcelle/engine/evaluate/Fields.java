package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.RfmModel;

/** The fields that the tables of a project give, each under a name of its own. */
public final class Fields implements FieldCatalog {
  /** The id of the field that is the customer's own key. */
  public static final String KEY = "key";

  private final List<TableVersion> tables;
  private final List<Field> fields = new ArrayList<>();
  private final List<ClusterName> clusterings;
  private final Kept kept;
  private final Set<String> taken = new HashSet<>();

  /** A saved clustering. */
  public record ClusterName(String id, String name) {}

  /**
   * What else of a project segments can speak of.
   *
   * @param shapes the names of the shapes of a layer by its name, whatever the case; empty where there is no such layer
   * @param snapshots the segment that each snapshot is of, by the snapshot's id
   * @param rfm the model whose scores are fields where its table is there; null for none
   */
  public record Kept(List<Saved> segments, Function<String, Optional<Set<String>>> shapes,
      Map<String, String> snapshots,
      @Nullable RfmModel rfm) {
    public static final Kept NOTHING = new Kept(List.of(), _ -> Optional.empty(), Map.of(), null);
  }

  public Fields(List<TableVersion> tables, List<ClusterName> clusterings) {
    this(tables, clusterings, Kept.NOTHING);
  }

  public Fields(List<TableVersion> tables, List<ClusterName> clusterings, Kept kept) {
    RfmModel model = kept.rfm();
    this.kept = kept;
    this.tables = List.copyOf(tables);
    this.clusterings = List.copyOf(clusterings);
    addKey();
    events().forEach(this::addTraits);
    tables.stream().filter(t -> t.kind() == TableKind.CUSTOMERS).forEach(this::addColumns);
    events().forEach(this::addLifted);
    for (ClusterName clustering : clusterings) {
      add(new Field.Cluster(clustering.id(), free(clustering.name(), ""), ColumnType.WHOLE, 0, ""));
    }
    if (model != null && events().stream().anyMatch(t -> t.tableId().equals(model.tableId()))) {
      addScores(model);
    }
  }

  private void addScores(RfmModel model) {
    for (Field.ScorePart part : Field.ScorePart.values()) {
      String name = part.name().toLowerCase(java.util.Locale.ROOT);
      boolean segment = part == Field.ScorePart.SEGMENT;
      add(new Field.Score("rfm:" + name, free(segment ? "rfm segment" : name + " score", ""),
          segment ? ColumnType.TEXT : ColumnType.WHOLE, 0, model.tableId(), part));
    }
  }

  private void addKey() {
    tables.stream()
        .filter(t -> t.withRole(Role.CUSTOMER_KEY).isPresent() && t.customerLink().isEmpty())
        .findFirst()
        .ifPresent(
            t -> add(new Field.Key(KEY, free(t.withRole(Role.CUSTOMER_KEY).orElseThrow().name(), t.name()),
                ColumnType.IDENTIFIER, 0, t.tableId())));
  }

  /** The event tables, the one with amounts first: its traits have the plain names. */
  private List<TableVersion> events() {
    List<TableVersion> events = new ArrayList<>(
        tables.stream().filter(t -> t.kind() == TableKind.EVENTS).toList());
    events.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    return events;
  }

  private static int rank(TableVersion table) {
    return table.withRole(Role.AMOUNT).isPresent() ? 0 : table.withRole(Role.ORDER_KEY).isPresent() ? 1 : 2;
  }

  private void addTraits(TableVersion table) {
    boolean timed = table.withRole(Role.EVENT_TIME).isPresent();
    for (Trait trait : Trait.values()) {
      boolean days = trait == Trait.RECENCY || trait == Trait.TENURE;
      boolean money = trait == Trait.MONETARY || trait == Trait.AVERAGE_BASKET || trait == Trait.MARGIN;
      Optional<Column> summed = money ? summed(table, trait) : Optional.empty();
      if ((!money || summed.isPresent()) && (!days || timed)) {
        int scale = summed.map(Column::scale).orElse(0);
        add(new Field.OfTrait(table.tableId() + ":" + trait.id(), free(trait.id(), table.name()),
            money ? ColumnType.DECIMAL : ColumnType.WHOLE,
            trait == Trait.AVERAGE_BASKET ? Math.max(2, scale) : scale,
            table.tableId(), trait));
      }
    }
  }

  /** The column that a trait of money is a sum of. */
  static Optional<Column> summed(TableVersion table, Trait trait) {
    return trait == Trait.MARGIN
        ? table.columns().stream().filter(c -> c.origin() == Column.Origin.MARGIN).findFirst()
        : table.withRole(Role.AMOUNT);
  }

  private void addColumns(TableVersion table) {
    for (Column column : table.columns()) {
      if (column.origin() != Column.Origin.CUSTOMER_KEY) {
        add(new Field.OfCustomer(table.tableId() + "." + column.id(), free(column.name(), table.name()),
            column.type(),
            column.scale(), table.tableId(), column.id(), column.role()));
      }
    }
  }

  private void addLifted(TableVersion table) {
    for (Column column : table.columns()) {
      if (canBeLifted(column)) {
        add(lifted(table, column, Field.Pick.LAST, free(column.name(), table.name())));
        if (column.role() == Role.PLACE || column.role() == Role.PRODUCT
            || column.origin() == Column.Origin.LOOKUP) {
          add(lifted(table, column, Field.Pick.MOST_FREQUENT,
              free(column.name() + " (most frequent)", table.name())));
        }
      }
    }
  }

  private static boolean canBeLifted(Column column) {
    boolean key = column.role() == Role.CUSTOMER_KEY || column.role() == Role.ORDER_KEY
        || column.role() == Role.EVENT_TIME;
    return !key && !column.type().isNumber();
  }

  private static Field lifted(TableVersion table, Column column, Field.Pick pick, String name) {
    return new Field.Lifted(
        table.tableId() + "." + column.id() + ":" + pick.name().toLowerCase(java.util.Locale.ROOT),
        name, column.type(), column.scale(), table.tableId(), column.id(), pick);
  }

  private void add(Field field) {
    taken.add(Folding.fold(field.name()));
    fields.add(field);
  }

  private String free(String name, String table) {
    String wish = name;
    for (int i = 1; taken.contains(Folding.fold(wish)); i++) {
      wish = name + " (" + table + (i > 1 ? " " + i : "") + ")";
    }
    return wish;
  }

  @Override
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  @Override
  public Optional<Field> find(FieldRef ref) {
    String id = ref.id();
    Optional<Field> byId = id == null
        ? Optional.empty()
        : fields.stream().filter(f -> f.id().equals(id)).findFirst();
    String folded = Folding.fold(ref.name());
    // an id that is gone is never replaced by something that happens to have the name
    return id != null ? byId : fields.stream().filter(f -> Folding.fold(f.name()).equals(folded)).findFirst();
  }

  @Override
  public Optional<TableVersion> events(String nameOrId) {
    String folded = Folding.fold(nameOrId);
    return tables.stream()
        .filter(t -> t.kind() == TableKind.EVENTS)
        .filter(t -> t.tableId().equals(nameOrId) || Folding.fold(t.name()).equals(folded))
        .findFirst();
  }

  @Override
  public List<TableVersion> tables() {
    return tables;
  }

  @Override
  public Optional<Saved> segment(FieldRef ref) {
    String id = ref.id();
    String folded = Folding.fold(ref.name());
    return kept.segments()
        .stream()
        .filter(s -> id == null ? Folding.fold(s.segment().name()).equals(folded) : s.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<Set<String>> shapes(String layer) {
    return kept.shapes().apply(layer);
  }

  @Override
  public boolean hasSnapshot(String segmentId, String snapshotId) {
    return segmentId.equals(kept.snapshots().get(snapshotId));
  }

  @Override
  public Optional<String> clustering(String nameOrId) {
    String folded = Folding.fold(nameOrId);
    return clusterings.stream()
        .filter(c -> c.id().equals(nameOrId) || Folding.fold(c.name()).equals(folded))
        .map(ClusterName::id)
        .findFirst();
  }
}
