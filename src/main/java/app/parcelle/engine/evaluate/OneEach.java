package app.parcelle.engine.evaluate;

import java.util.HashMap;
import java.util.Map;

import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/**
 * Whether the rows of a table are the customers, one by one, in the order of their numbers: mostly so for a customer table, whose
 * columns can then be read as they are. It is looked at once a table, for it never changes.
 */
final class OneEach {
  private final Dataset data;
  private final Map<Long, Boolean> known = new HashMap<>();

  OneEach(Dataset data) {
    this.data = data;
  }

  boolean holds(TableVersion table) {
    synchronized (known) {
      return known.computeIfAbsent(table.versionId(), id -> look(table));
    }
  }

  private boolean look(TableVersion table) {
    if (table.runs().size() != 1 || table.runs().get(0).rows() != data.customers().size()) {
      return false;
    }
    int[] offsets = data.offsets(table, table.runs().get(0));
    if (offsets.length != table.runs().get(0).rows() + 1) {
      return false;
    }
    for (int c = 0; c < offsets.length; c++) {
      if (offsets[c] != c) {
        return false;
      }
    }
    return true;
  }
}
