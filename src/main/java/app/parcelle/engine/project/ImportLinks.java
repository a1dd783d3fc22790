package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.LinkTargets;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What the links said for an import mean for its columns. */
final class ImportLinks {
  private ImportLinks() {}

  /**
   * The options with the key column that a link to customers makes. A link to the very keys of the customers is none: the
   * key column says all.
   *
   * @throws Problem when a link leads nowhere, or several lead to customers
   */
  static ImportOptions over(ImportOptions options, List<TableVersion> tables) {
    List<Link> kept = new ArrayList<>();
    Map<String, Role> roles = new HashMap<>(options.roles());
    Map<String, ColumnType> types = new HashMap<>(options.types());
    boolean keyed = false;
    for (Link link : options.links()) {
      TableVersion table = LinkTargets.require(tables, link);
      Column column = link.target(table).orElseThrow();
      Link said = new Link(link.column(), table.name(), column.name());
      if (kept.stream().anyMatch(other -> other.isFrom(link.column()))) {
        throw new Problem(Message.of("project.link.twice", link.column()));
      }
      if (table.kind() != TableKind.CUSTOMERS) {
        kept.add(said);
      } else {
        if (keyed) {
          throw new Problem(Message.of("project.link.two-keys", link.column()));
        }
        keyed = true;
        roles.entrySet()
            .removeIf(r -> r.getValue() == Role.CUSTOMER_KEY || isSame(r.getKey(), link.column()));
        roles.put(link.column(), Role.CUSTOMER_KEY);
        types.keySet().removeIf(name -> isSame(name, link.column()));
        types.put(link.column(), ColumnType.IDENTIFIER);
        if (column.origin() != Column.Origin.CUSTOMER_KEY) {
          kept.add(said);
        }
      }
    }
    return options.withLinks(kept).withRoles(roles).withTypes(types);
  }

  private static boolean isSame(String a, String b) {
    return Folding.fold(a).equals(Folding.fold(b));
  }

  /** @throws Problem when a link starts from a column that the table has not, or that has another part to play */
  static void require(List<Link> links, TableVersion table, List<TableVersion> tables) {
    for (Link link : links) {
      TableVersion target = LinkTargets.require(tables, link);
      Column column = from(link, table, target);
      if ((target.kind() == TableKind.CUSTOMERS) != (column.role() == Role.CUSTOMER_KEY)) {
        throw new Problem(Message.of("project.link.not-from", column.name(), target.name()));
      }
    }
  }

  /**
   * The column that a link starts from.
   *
   * @throws Problem when the table has none of that name, or it can have no link to the target
   */
  static Column from(Link link, TableVersion table, TableVersion target) {
    Column column = table.named(link.column())
        .orElseThrow(() -> new Problem(Message.of("project.link.no-column", link.column(), table.name())));
    boolean toCustomers = target.kind() == TableKind.CUSTOMERS;
    boolean may = toCustomers
        ? column.isOwn() && (table.kind() == TableKind.EVENTS || table.kind() == TableKind.CUSTOMERS)
        : column.role() != Role.CUSTOMER_KEY && table.kind() != TableKind.RAW;
    if (!may || !KeyText.isKey(column.type()) || target.tableId().equals(table.tableId())) {
      throw new Problem(Message.of("project.link.not-from", column.name(), target.name()));
    }
    return column;
  }
}
