package app.parcelle.engine.table;

import java.time.ZoneId;
import java.util.List;

/**
 * The tables of a project at one point of its history, with their values. Immutable; safe between threads; values are loaded
 * when first asked for and may be dropped again when memory is short.
 */
public interface Dataset {
  List<TableVersion> tables();

  /** The keys of all customers ever seen: the code is the customer number, 0 to size - 1. */
  Dictionary customers();

  /** Where the project's days begin. */
  ZoneId zone();

  /** The chunk at {@code index} of a column in a run; derived columns are computed. */
  Chunk chunk(TableVersion table, Column column, TableVersion.Run run, int index);

  /** Where each customer's rows begin in a run: {@code run.customers() + 1} ascending positions. Not to be written to. */
  int[] offsets(TableVersion table, TableVersion.Run run);
}
