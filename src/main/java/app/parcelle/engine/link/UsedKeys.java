package app.parcelle.engine.link;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Tables of customers whose keys events use: with another key column they would lose the customers of those events. */
final class UsedKeys {
  private UsedKeys() {}

  /** Their names: half of the customers of a table of events are theirs. */
  static Set<String> of(Dataset data) {
    Map<TableVersion, BitSet> customers = new LinkedHashMap<>();
    for (TableVersion table : data.tables()) {
      if (table.kind() == TableKind.CUSTOMERS || table.kind() == TableKind.EVENTS) {
        customers.put(table, Presence.in(table, data));
      }
    }
    return customers.entrySet()
        .stream()
        .filter(table -> table.getKey().kind() == TableKind.CUSTOMERS)
        .filter(table -> customers.entrySet()
            .stream()
            .anyMatch(other -> other.getKey().kind() == TableKind.EVENTS
                && haveHalf(table.getValue(), other.getValue())))
        .map(table -> table.getKey().name())
        .collect(Collectors.toSet());
  }

  private static boolean haveHalf(BitSet have, BitSet used) {
    return !used.isEmpty() && Presence.shared(have, used) >= used.cardinality() / 2.0;
  }
}
