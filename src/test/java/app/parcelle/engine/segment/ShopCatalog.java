package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** A small shop: customers, orders with an order key, e-mails without; traits of the orders; clusters "RFM". */
final class ShopCatalog implements FieldCatalog {
  private final List<TableVersion> tables = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

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
}
