package app.parcelle.engine.intake.json;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table that a JSON text holds: its rows are the elements of the arrays that stand at one place.
 *
 * @param path the keys on the way to it, such as {@code data.orders.items}; {@link #ROOT} for what is around all
 * @param parent whose rows it stands in; null where it stands in none
 * @param way the fields that lead from the parent, or from the root, to its arrays
 * @param rows what its arrays hold
 */
record JsonTable(String path, @Nullable JsonTable parent, List<JsonField> way, JsonArray rows) {
  static final String ROOT = "$";

  JsonTable {
    way = List.copyOf(way);
  }

  /** The tables whose rows stand in each other, the outermost first, this one last. */
  List<JsonTable> chain() {
    List<JsonTable> chain = parent == null ? new ArrayList<>() : parent.chain();
    chain.add(this);
    return chain;
  }

  /** Whether its rows are lists of values, which have places and no names. */
  boolean isGrid() {
    return rows.objects == 0 && rows.lists > 0;
  }
}
