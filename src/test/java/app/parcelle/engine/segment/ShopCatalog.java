package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** A small shop: customers, orders with an order key, e-mails without; traits of the orders; clusters "RFM". */
final class ShopCatalog implements FieldCatalog {
  private final List<TableVersion> tables = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Saved> saved = new LinkedHashMap<>();

  ShopCatalog() {
    TableVersion customers = table("t1", "Customers", TableKind.CUSTOMERS,
        column("c1", "Customer", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY),
        column("c2", "Country", ColumnType.TEXT, Role.NONE), column("c3", "Age", ColumnType.WHOLE, Role.NONE),
        column("c4", "Newsletter", ColumnType.YES_NO, Role.NONE),
        column("c5", "Birthday", ColumnType.DATE, Role.NONE),
        column("c6", "First contact", ColumnType.DATE_TIME, Role.NONE));
    fields.add(new Field.Key("t1.key", "Customer", ColumnType.IDENTIFIER, 0, "t1"));
    for (Column c : customers.columns().subList(1, customers.columns().size())) {
      fields.add(
          new Field.OfCustomer("t1." + c.id(), c.name(), c.type(), c.scale(), "t1", c.id(), c.role()));
    }
    addEvents("t2", "Orders", Role.ORDER_KEY);
    table("t3", "E-mails", TableKind.EVENTS, column("c1", "Customer", ColumnType.TEXT, Role.CUSTOMER_KEY),
        column("c2", "Kind", ColumnType.TEXT, Role.NONE));
    // a shop that does not say what its products cost
    for (Trait trait : EnumSet.complementOf(EnumSet.of(Trait.MARGIN))) {
      fields.add(new Field.OfTrait("t2:" + trait.id(), trait.id().replace('_', ' '), ColumnType.DECIMAL, 2,
          "t2", trait));
    }
    fields.add(
        new Field.Lifted("t2.c5:last", "Product (last)", ColumnType.TEXT, 0, "t2", "c5", Field.Pick.LAST));
    fields.add(new Field.Cluster("k1", "RFM", ColumnType.WHOLE, 0, ""));
  }

  ShopCatalog addEvents(String id, String name, Role key) {
    table(id, name, TableKind.EVENTS, column("c1", "Customer", ColumnType.TEXT, Role.CUSTOMER_KEY),
        column("c2", "Invoice", ColumnType.IDENTIFIER, key),
        column("c3", "When", ColumnType.DATE_TIME, Role.EVENT_TIME),
        column("c4", "Amount", ColumnType.DECIMAL, Role.AMOUNT),
        column("c5", "Product", ColumnType.TEXT, Role.PRODUCT),
        column("c6", "Quantity", ColumnType.WHOLE, Role.QUANTITY));
    return this;
  }

  /** Places with coordinates, a ledger of consents, lists, coordinates and saved segments beside the rest. */
  ShopCatalog withEverything() {
    Column latitude = column("c7", "Latitude", ColumnType.DECIMAL, Meaning.of(Meaning.Kind.LATITUDE));
    Column longitude = column("c8", "Longitude", ColumnType.DECIMAL, Meaning.of(Meaning.Kind.LONGITUDE));
    TableVersion more = table("t5", "More", TableKind.CUSTOMERS, latitude, longitude,
        column("c9", "Position", ColumnType.TEXT, Meaning.of(Meaning.Kind.COORDINATES)),
        column("c10", "Tags", ColumnType.TEXT, new Meaning(Meaning.Kind.LIST, ";")));
    for (Column c : more.columns()) {
      fields.add(new Field.OfCustomer("t5." + c.id(), c.name(), c.type(), c.scale(), "t5", c.id(), c.role()));
    }
    table("t6", "Places", TableKind.LOOKUP,
        column("c1", "Postal code", ColumnType.IDENTIFIER, Role.LOOKUP_KEY),
        column("c2", "Town", ColumnType.TEXT, Role.NONE), latitude, longitude);
    table("t7", "Consents", TableKind.EVENTS, column("c1", "Customer", ColumnType.TEXT, Role.CUSTOMER_KEY),
        column("c2", "Said", ColumnType.DATE, Role.EVENT_TIME),
        column("c3", "Agreed", ColumnType.YES_NO, Role.CONSENT),
        column("c4", "Purpose", ColumnType.TEXT, Role.NONE));
    return save("VIP", "{'field':'Age','op':'>','value':60}");
  }

  /** Saves a segment of that name under an id of its own, in place of one that has it. */
  ShopCatalog save(String name, String rule) {
    String id = segment(FieldRef.named(name)).map(Saved::id).orElse("s" + (saved.size() + 1));
    saved.put(id, new Saved(id, SegmentJson.read(
        "{'version':2,'name':'%s','rule':%s}".formatted(name, rule).replace('\'', '"'))));
    return this;
  }

  @Override
  public Optional<Saved> segment(FieldRef ref) {
    return saved.values()
        .stream()
        .filter(s -> ref.id() == null
            ? Folding.fold(s.segment().name()).equals(Folding.fold(ref.name()))
            : s.id().equals(ref.id()))
        .findFirst();
  }

  @Override
  public Optional<Set<String>> shapes(String layer) {
    return layer.equals("Regions") ? Optional.of(Set.of("Bretagne", "Normandie")) : Optional.empty();
  }

  @Override
  public boolean hasSnapshot(String segmentId, String snapshotId) {
    return segmentId.equals("s1") && snapshotId.equals("n1");
  }

  @Override
  public List<Field> fields() {
    return fields;
  }

  @Override
  public Optional<Field> find(FieldRef ref) {
    return fields.stream()
        .filter(f -> ref.id() == null
            ? Folding.fold(f.name()).equals(Folding.fold(ref.name()))
            : f.id().equals(ref.id()))
        .findFirst();
  }

  @Override
  public Optional<TableVersion> events(String nameOrId) {
    return tables.stream()
        .filter(t -> t.kind() == TableKind.EVENTS)
        .filter(t -> t.tableId().equals(nameOrId) || Folding.fold(t.name()).equals(Folding.fold(nameOrId)))
        .findFirst();
  }

  @Override
  public List<TableVersion> tables() {
    return tables;
  }

  @Override
  public Optional<String> clustering(String nameOrId) {
    return fields.stream()
        .filter(Field.Cluster.class::isInstance)
        .filter(f -> f.id().equals(nameOrId) || Folding.fold(f.name()).equals(Folding.fold(nameOrId)))
        .map(Field::id)
        .findFirst();
  }

  private TableVersion table(String id, String name, TableKind kind, Column... columns) {
    TableVersion table = new TableVersion(1, id, name, kind, List.of(columns), List.of(), null);
    tables.add(table);
    return table;
  }

  static Column column(String id, String name, ColumnType type, Role role) {
    return new Column(id, name, type, role, type == ColumnType.DECIMAL ? 2 : 0, 0, 0, null,
        Column.Origin.STORED);
  }

  static Column column(String id, String name, ColumnType type, Meaning meaning) {
    return new Column(id, name, type, Role.NONE, meaning, type == ColumnType.DECIMAL ? 2 : 0, 0, 0, null,
        Column.Origin.STORED);
  }
}
