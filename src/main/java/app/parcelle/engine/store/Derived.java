package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * The tables of a state with the columns that links to lookup tables and definitions of sales bring. They are not stored but made whenever a state is, so that
 * a lookup table that has changed is seen at once by all that link to it.
 */
final class Derived {
  private final Map<String, TableVersion> stored = new LinkedHashMap<>();
  private final Map<String, TableVersion> tables = new HashMap<>();
  private final Set<String> underway = new HashSet<>();
  private final Map<Key, Looked> looked = new HashMap<>();

  private record Key(long version, String columnId) {}

  /**
   * Where the values of a column come from.
   *
   * @param from the column that names the rows
   * @param lookup the table with these rows
   * @param by its column that has the names
   * @param value its column that has the values
   * @param versions of all tables that the values depend on, beyond the one that has the link
   */
  record Looked(Column from, TableVersion lookup, Column by, Column value, List<Long> versions) {
    Looked {
      versions = List.copyOf(versions);
    }
  }

  private Derived(List<TableVersion> tables) {
    tables.forEach(t -> stored.put(Folding.fold(t.name()), t));
    tables.forEach(this::with);
  }

  /** @param tables as they are stored */
  static Derived of(List<TableVersion> tables) {
    return new Derived(tables);
  }

  /** The tables with all their columns, in the same order. */
  List<TableVersion> tables() {
    return stored.values().stream().map(this::with).toList();
  }

  private TableVersion with(TableVersion table) {
    String name = Folding.fold(table.name());
    TableVersion known = tables.get(name);
    if (known != null && known.versionId() == table.versionId()) {
      return known;
    }
    if ((table.links().isEmpty() && table.sale() == null) || !underway.add(name)) {
      // a link that comes back to where it started brings nothing
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    Set<String> taken = new HashSet<>();
    columns.forEach(c -> taken.add(Folding.fold(c.name())));
    for (Link link : table.links()) {
      add(table, link, columns, taken);
    }
    underway.remove(name);
    TableVersion with = SaleColumns.with(table.withColumns(columns));
    tables.put(name, with);
    return with;
  }

  private void add(TableVersion table, Link link, List<Column> columns, Set<String> taken) {
    Column from = columns.stream().filter(c -> link.isFrom(c.name())).findFirst().orElse(null);
    TableVersion target = stored.get(Folding.fold(link.table()));
    if (from == null || from.role() == Role.CUSTOMER_KEY || !KeyText.isKey(from.type()) || target == null
        || target.kind() != TableKind.LOOKUP || underway.contains(Folding.fold(target.name()))) {
      return;
    }
    TableVersion lookup = with(target);
    Column by = link.target(lookup).orElse(null);
    if (by == null || !KeyText.isKey(by.type())) {
      return;
    }
    for (Column value : lookup.columns()) {
      if (!value.id().equals(by.id())) {
        String id = from.id() + ">" + value.id();
        columns.add(new Column(id, free(value.name(), lookup.name(), from.name(), taken), value.type(),
            Role.NONE, value.scale(), 0, 0, null, Column.Origin.LOOKUP));
        looked.put(new Key(table.versionId(), id),
            new Looked(from, lookup, by, value, versions(table, from, lookup, value)));
      }
    }
  }

  private List<Long> versions(TableVersion table, Column from, TableVersion lookup, Column value) {
    List<Long> versions = new ArrayList<>(List.of(lookup.versionId()));
    versions(table, from).ifPresent(versions::addAll);
    versions(lookup, value).ifPresent(versions::addAll);
    return versions;
  }

  private Optional<List<Long>> versions(TableVersion table, Column column) {
    return Optional.ofNullable(of(table, column)).map(Looked::versions);
  }

  /** Versions of lookup tables that what a row is worth may depend on. */
  List<Long> versions(TableVersion table) {
    return table.sale() == null
        ? List.of()
        : table.columns().stream().flatMap(c -> versions(table, c).stream().flatMap(List::stream)).toList();
  }

  /** A name that no column has: its own, else behind that of the lookup table or of the column with the link. */
  private static String free(String name, String table, String column, Set<String> taken) {
    List<String> wishes = List.of(name, table + " " + name, column + " " + name);
    for (String wish : wishes) {
      if (taken.add(Folding.fold(wish))) {
        return wish;
      }
    }
    for (int i = 2;; i++) {
      String wish = column + " " + name + " " + i;
      if (taken.add(Folding.fold(wish))) {
        return wish;
      }
    }
  }

  /** Where a column's values come from; null where it is not from a lookup table. */
  @Nullable
  Looked of(TableVersion table, Column column) {
    return looked.get(new Key(table.versionId(), column.id()));
  }
}
